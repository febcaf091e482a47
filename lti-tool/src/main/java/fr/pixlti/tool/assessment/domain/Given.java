package fr.pixlti.tool.assessment.domain;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a learner gave as an answer. */
public sealed interface Given {

    /** Passed the question. */
    record Skipped() implements Given {}

    /** Chose: indexes into the item's choices, in the author's order, from 0. */
    record Chosen(SortedSet<Integer> indexes) implements Given {

        public Chosen(SortedSet<Integer> indexes) {
            this.indexes = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(indexes));
        }
    }

    /** Typed or selected: the text of each field by its name; or what a simulator told: the text of each fact. */
    record Filled(SortedMap<String, String> texts) implements Given {

        public Filled(SortedMap<String, String> texts) {
            this.texts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        }

        public static Filled of(Map<String, String> texts) {
            return new Filled(new TreeMap<>(texts));
        }
    }
}
