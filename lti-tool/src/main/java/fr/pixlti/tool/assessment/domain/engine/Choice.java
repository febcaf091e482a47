package fr.pixlti.tool.assessment.domain.engine;

import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Skill;

/** What a test does next. */
public sealed interface Choice {

    /** Asks this variant of this skill. */
    record Ask(Skill skill, Item item) implements Choice {}

    /** Nothing useful is left to ask. */
    record Over() implements Choice {}
}
