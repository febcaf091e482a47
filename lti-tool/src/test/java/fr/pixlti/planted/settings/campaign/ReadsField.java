package fr.pixlti.planted.settings.campaign;

import org.springframework.beans.factory.annotation.Value;

/** Planted: a setting outside the settings records. */
class ReadsField {

    @Value("${planted}")
    String forbidden = "";
}
