package fr.pixlti.planted.vocabulary.shared;

/** Planted: twenty-one types. */
record Word01() {}

record Word02() {}

record Word03() {}

record Word04() {}

record Word05() {}

record Word06() {}

record Word07() {}

record Word08() {}

record Word09() {}

record Word10() {}

record Word11() {}

record Word12() {}

record Word13() {}

record Word14() {}

record Word15() {}

record Word16() {}

record Word17() {}

record Word18() {}

record Word19() {}

record Word20() {}

record Word21() {}
