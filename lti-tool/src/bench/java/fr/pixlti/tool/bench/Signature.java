package fr.pixlti.tool.bench;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.GeneralSecurityException;

/** An amount of work that is the same everywhere, to compare machines by: one RSA signature by the JDK. */
final class Signature {

    private static final int WARM_UP = 1_000;
    private static final int MEASURED = 2_000;
    private static final double NANOS_PER_MILLI = 1e6;

    private Signature() {}

    /** CPU time of one, in milliseconds. */
    static double cpuMillis(RSAKey key) throws GeneralSecurityException, JOSEException {
        java.security.Signature signature = java.security.Signature.getInstance("SHA256withRSA");
        signature.initSign(key.toPrivateKey());
        sign(signature, WARM_UP);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        sign(signature, MEASURED);
        return (threads.getCurrentThreadCpuTime() - began) / NANOS_PER_MILLI / MEASURED;
    }

    private static void sign(java.security.Signature signature, int times) throws GeneralSecurityException {
        for (int i = 0; i < times; i++) {
            signature.update((byte) i);
            signature.sign();
        }
    }
}
