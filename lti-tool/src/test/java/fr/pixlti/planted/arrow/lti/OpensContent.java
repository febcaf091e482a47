package fr.pixlti.planted.arrow.lti;

import fr.pixlti.planted.arrow.content.ContentDoor;

/** Planted: an arrow that its room does not declare. */
record OpensContent(ContentDoor door) {}
