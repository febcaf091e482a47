package fr.pixlti.tool.shared;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * A value that takes a while, worked out on a thread of its own beside the start of the tool, and waited for where it
 * is first needed.
 */
public final class Ahead<T> {

    private final FutureTask<T> task;

    private Ahead(FutureTask<T> task) {
        this.task = task;
    }

    /** Begins at once. @param name of the thread */
    public static <T> Ahead<T> of(String name, Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread.ofPlatform().daemon().name(name).start(task);
        return new Ahead<>(task);
    }

    /** A value that is there. */
    public static <T> Ahead<T> ready(T value) {
        FutureTask<T> task = new FutureTask<>(() -> value);
        task.run();
        return new Ahead<>(task);
    }

    /** The value, which may take a wait the first time; what the work threw, as often as asked. */
    public T get() {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the tool starts", e);
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case RuntimeException failure -> failure;
                case Error error -> throw error;
                case null, default -> new IllegalStateException(e);
            };
        }
    }
}
