package fr.pixlti.tool.demo.wire;

/** Where the browser shows the tool, with Moodle's number for it and the {@code document_target} it announces. */
public enum Container {
    FRAME("2", "iframe"), WINDOW("4", "window");

    private final String moodleNumber;
    private final String documentTarget;

    Container(String moodleNumber, String documentTarget) {
        this.moodleNumber = moodleNumber;
        this.documentTarget = documentTarget;
    }

    String moodleNumber() {
        return moodleNumber;
    }

    String documentTarget() {
        return documentTarget;
    }
}
