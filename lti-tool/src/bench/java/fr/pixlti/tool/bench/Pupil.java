package fr.pixlti.tool.bench;

/** A pupil in the middle of a test: the browser's cookie and the screen before their eyes. */
final class Pupil {

    private final String cookie;
    private String screen;
    private boolean over;

    /** @param screen the page of the first question */
    Pupil(String cookie, String screen) {
        this.cookie = cookie;
        this.screen = screen;
    }

    String cookie() {
        return cookie;
    }

    boolean over() {
        return over;
    }

    /** What the screen asks for, which names the request: {@code answer}, {@code checkpoint} or {@code clock}. */
    String kind() {
        String path = path();
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "answers" -> "answer";
            case "checkpoint" -> "checkpoint";
            case "clock" -> "clock";
            default -> throw new IllegalStateException("A screen that posts to " + path);
        };
    }

    boolean questioned() {
        return !over && kind().equals("answer");
    }

    String path() {
        return Screens.post(screen);
    }

    /** The form that goes on: the right answer, the next question, or the clock. */
    String form(Answers answers) {
        String csrf = "_csrf=" + Screens.csrf(screen);
        return switch (kind()) {
            case "answer" -> csrf + "&position=" + Screens.hidden(screen, "position") + "&action=answer&"
                    + answers.right(screen);
            case "checkpoint" -> csrf + "&answered=" + Screens.hidden(screen, "answered");
            default -> csrf;
        };
    }

    /** @param body of the answer; empty when the test is over */
    void see(String body) {
        over = body.isEmpty();
        screen = body;
    }
}
