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

    /**
     * Up to JDK 25 a virtual thread that waits while a class is loaded or initialised keeps its carrier, so a burst of
     * requests on a tool just started can hold every carrier in wait for a virtual thread that then finds none. A tool on
     * two cores was once seen to answer nothing any more after such a start; this cause is inferred, no dump shows it.
     * With so many, one is left. They cost some CPU under load: about a tenth of a launch, in one comparison.
     */
    private static final int LEAST_CARRIERS = 32;

    public static void main(String[] args) {
        String parallelism = "jdk.virtualThreadScheduler.parallelism";
        if (System.getProperty(parallelism) == null) {
            int carriers = Math.max(LEAST_CARRIERS, Runtime.getRuntime().availableProcessors());
            System.setProperty(parallelism, Integer.toString(carriers));
        }
        SpringApplication.run(PixLtiApplication.class, args);
    }
}
