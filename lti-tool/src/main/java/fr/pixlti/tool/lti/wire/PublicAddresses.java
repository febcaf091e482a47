package fr.pixlti.tool.lti.wire;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves names to addresses of the public Internet only. It answers the very question that the connection is then
 * made with, so a name that changes its address between check and use (DNS rebinding) gains nothing.
 */
final class PublicAddresses extends SystemDefaultDnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = super.resolve(host);
        InetAddress[] open = Arrays.stream(addresses).filter(PublicAddresses::isPublic).toArray(InetAddress[]::new);
        if (open.length == 0) {
            throw new PrivateAddress(host + " is in a private network, which this platform may not use");
        }
        return open;
    }

    /** Whether an address is neither this machine nor a private, local, shared or reserved network (IANA registries). */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
                || address.isSiteLocalAddress() || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublicFour(bytes, 0) : isPublicSix(bytes);
    }

    private static boolean isPublicFour(byte[] bytes, int from) {
        int first = bytes[from] & 0xff;
        int second = bytes[from + 1] & 0xff;
        int third = bytes[from + 2] & 0xff;
        boolean thisNetwork = first == 0 || first == 10 || first == 127;
        boolean shared = first == 100 && second >= 64 && second <= 127;
        boolean linkLocal = first == 169 && second == 254;
        boolean privateOne = first == 172 && second >= 16 && second <= 31;
        boolean privateTwo = first == 192 && (second == 168 || (second == 0 && third == 0));
        boolean benchmarks = first == 198 && (second == 18 || second == 19);
        boolean multicastOrReserved = first >= 224;
        return !(thisNetwork || shared || linkLocal || privateOne || privateTwo || benchmarks || multicastOrReserved);
    }

    private static boolean isPublicSix(byte[] bytes) {
        int head = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        if (head == 0x2002) {
            // 6to4 leads to the IPv4 address inside.
            return isPublicFour(bytes, 2);
        }
        if (head == 0x0064 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b) {
            // NAT64 leads to the IPv4 address at the end.
            return bytes[4] == 0 && isPublicFour(bytes, 12);
        }
        // What is routed publicly today is 2000::/3, without Teredo; this leaves out fc00::/7 and IPv4-compatible forms.
        boolean teredo = head == 0x2001 && bytes[2] == 0 && bytes[3] == 0;
        return (head & 0xe000) == 0x2000 && !teredo;
    }

    /** The name is known, but leads where the platform may not call. */
    static final class PrivateAddress extends UnknownHostException {

        private PrivateAddress(String message) {
            super(message);
        }
    }
}
