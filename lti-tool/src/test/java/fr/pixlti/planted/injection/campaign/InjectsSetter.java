package fr.pixlti.planted.injection.campaign;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;

/** Planted: a setter that is injected. */
class InjectsSetter {

    private Clock clock = Clock.systemUTC();

    @Autowired
    void setForbidden(Clock injected) {
        this.clock = injected;
    }

    Clock clock() {
        return clock;
    }
}
