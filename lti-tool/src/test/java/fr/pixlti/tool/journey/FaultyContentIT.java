package fr.pixlti.tool.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged tool does not start on faulty content, and names every fault's file and line. */
class FaultyContentIT {

    private static final String TOPIC = "crcn/1.1/adresses-web.yaml";

    @Test
    void the_packaged_tool_names_the_file_and_the_line(@TempDir Path folder) throws Exception {
        Path content = folder.resolve("classes/content");
        copy(Path.of("target/classes/content"), content);
        List<String> lines = new ArrayList<>(Files.readAllLines(content.resolve(TOPIC)));
        lines.add("nowhere: true");
        Files.write(content.resolve(TOPIC), lines);
        Files.writeString(content.resolve("crcn/1.1/files/orphan.txt"), "?");

        List<String> settings = new ArrayList<>(List.of(TestDatabase.fresh()));
        settings.addAll(List.of("server.port=0", "pixlti.data-dir=" + folder));
        Process tool = KilledTool.launch(List.of("-cp", folder.resolve("classes") + ":" + KilledTool.jar(),
                "org.springframework.boot.loader.launch.JarLauncher"), folder, settings).start();

        assertThat(tool.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(tool.exitValue()).isEqualTo(1);
        assertThat(Files.readString(KilledTool.log(folder)))
                .contains("APPLICATION FAILED TO START", "2 fault(s)", TOPIC + ":" + lines.size(),
                        "crcn/1.1/files/orphan.txt:1", "no item uses this file")
                .doesNotContain("\tat ");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copied = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copied);
                } else {
                    Files.copy(file, copied);
                }
            }
        }
    }
}
