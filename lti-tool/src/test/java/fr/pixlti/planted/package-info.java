/**
 * Rooms that break the rules, one rule each, by which {@code RoomsTests} proves that the rules bite. Lawful neighbours
 * prove that they bite nobody else.
 */
package fr.pixlti.planted;
