package fr.pixlti.tool.gradebook.store;

import org.jspecify.annotations.Nullable;

/** What a platform said, as long as there is room for. */
final class Detail {

    private static final int LENGTH = 500;

    private Detail() {}

    static @Nullable String cut(@Nullable String detail) {
        return detail == null || detail.length() <= LENGTH ? detail : detail.substring(0, LENGTH);
    }
}
