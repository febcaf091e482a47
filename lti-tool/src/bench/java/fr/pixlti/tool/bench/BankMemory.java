package fr.pixlti.tool.bench;

import fr.pixlti.tool.content.domain.Content;
import fr.pixlti.tool.content.domain.ContentFiles;
import fr.pixlti.tool.content.domain.ReadContent;
import java.util.ArrayList;
import java.util.List;

/** What the whole bank of items takes of the heap: one more copy of it, after all that is shared between copies. */
public final class BankMemory {

    private static final int COPIES = 4;

    private BankMemory() {}

    /** Prints the bytes of one copy; the bar is 60 MB. */
    public static void main(String[] args) throws InterruptedException {
        List<Content> held = new ArrayList<>();
        held.add(read());
        long before = used();
        for (int i = 0; i < COPIES; i++) {
            held.add(read());
        }
        long bytes = (used() - before) / COPIES;
        System.out.printf("The bank of %d items takes %.1f MB%n", held.getLast().release().items().size(),
                bytes / 1e6);
    }

    private static Content read() {
        return ReadContent.read(ContentFiles.in("classpath:content/"));
    }

    private static long used() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
