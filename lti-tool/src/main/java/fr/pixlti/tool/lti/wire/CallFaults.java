package fr.pixlti.tool.lti.wire;

import fr.pixlti.tool.lti.domain.CallFault;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Finds out why a call came to nothing. */
final class CallFaults {

    private CallFaults() {}

    static CallFault of(IOException e) {
        return switch (e) {
            case PublicAddresses.PrivateAddress refused -> CallFault.PRIVATE_ADDRESS;
            case UnknownHostException unknown -> CallFault.UNKNOWN_HOST;
            case GuardedHttpClient.NotHttps plain -> CallFault.NOT_HTTPS;
            case GuardedHttpClient.TooLong big -> CallFault.TOO_LONG;
            case InterruptedIOException slow -> CallFault.TIMEOUT;
            case SSLException untrusted -> CallFault.CERTIFICATE;
            default -> CallFault.NO_CONNECTION;
        };
    }
}
