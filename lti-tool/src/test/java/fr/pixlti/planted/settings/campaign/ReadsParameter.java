package fr.pixlti.planted.settings.campaign;

import org.springframework.beans.factory.annotation.Value;

/** Planted: a setting outside the settings records. */
class ReadsParameter {

    ReadsParameter(@Value("${planted}") String forbidden) {}
}
