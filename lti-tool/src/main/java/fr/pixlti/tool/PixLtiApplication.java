package fr.pixlti.tool;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/** The LTI tool. {@code pixlti.*} settings are listed in the README. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class) // rooms choose names freely
@ConfigurationPropertiesScan
@Modulithic(systemName = "Pix LTI", sharedModules = "shared")
public class PixLtiApplication {

    public static void main(String[] args) {
        SpringApplication.run(PixLtiApplication.class, args);
    }
}
