package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.TargetProfile.Stage;
import java.util.ArrayList;
import java.util.List;

/** Reads the stages of a path, which give stars. */
final class StageReader {

    private static final int FEWEST = 2;
    private static final int MOST = 6;
    private static final int LONGEST_MESSAGE = 200;

    private final Entries path;

    StageReader(Entries path) {
        this.path = path;
    }

    /** None for a path without stars. */
    List<Stage> read() {
        if (!path.has("stages")) {
            return List.of();
        }
        List<Stage> stages = new ArrayList<>();
        for (Entries stage : path.list("stages")) {
            int threshold = stage.number("threshold", 0, 100);
            if (stages.isEmpty() && threshold != 0) {
                stage.fault("threshold", "the first stage begins at 0");
            } else if (!stages.isEmpty() && threshold <= stages.getLast().threshold()) {
                stage.fault("threshold", "thresholds rise from stage to stage: " + threshold + " comes after "
                        + stages.getLast().threshold());
            }
            stages.add(new Stage(threshold,
                    stage.has("message") ? WordsReader.read(stage, "message", LONGEST_MESSAGE) : null));
            stage.done();
        }
        if (stages.size() < FEWEST || stages.size() > MOST) {
            path.fault("stages", "there are " + stages.size() + " stages, not " + FEWEST + " to " + MOST);
        }
        return List.copyOf(stages);
    }
}
