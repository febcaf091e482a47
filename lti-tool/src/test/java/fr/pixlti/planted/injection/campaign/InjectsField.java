package fr.pixlti.planted.injection.campaign;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;

/** Planted: a field that is injected. */
class InjectsField {

    @Autowired
    Clock forbidden = Clock.systemUTC();
}
