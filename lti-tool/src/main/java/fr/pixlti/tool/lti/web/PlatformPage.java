package fr.pixlti.tool.lti.web;

import fr.pixlti.tool.lti.domain.Deployment;
import fr.pixlti.tool.lti.domain.Finding;
import fr.pixlti.tool.lti.domain.KnownPlatform;
import fr.pixlti.tool.lti.domain.KnownPlatforms;
import fr.pixlti.tool.lti.domain.LastLaunch;
import fr.pixlti.tool.lti.domain.Platform;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One platform for an operator.
 *
 * @param source key {@code lti.source.<source>}
 * @param otherHosts beside the one that it registered from: to be looked at before approval
 * @param lastLaunch absent when there was none
 * @param findings of a connection test, empty when none was asked for
 */
record PlatformPage(Platform platform, String source, boolean editable, @Nullable String product,
        @Nullable String registeredFrom, List<String> otherHosts, List<Deployment> deployments,
        @Nullable String lastLaunch, @Nullable String lastCourse, List<Shown> findings) {

    static PlatformPage of(KnownPlatform known, List<Finding> findings, Moments moments) {
        LastLaunch last = known.lastLaunch();
        Platform platform = known.platform();
        return new PlatformPage(platform, known.source().code(), known.editable(), known.product(),
                known.configurationUrl() == null ? null : known.configurationUrl().toString(), known.foreignHosts(),
                known.deployments(), last == null ? null : moments.text(last.at()),
                last == null ? null : last.courseTitle(), findings.stream().map(Shown::of).toList());
    }

    /**
     * A finding.
     *
     * @param part key {@code lti.part.<part>}
     * @param verdict key {@code lti.verdict.<verdict>}
     * @param words key {@code lti.check.<words>}
     * @param call key {@code lti.call.<call>}, instead of the words
     */
    record Shown(String part, String verdict, String words, String detail, @Nullable String call) {

        static Shown of(Finding finding) {
            return new Shown(finding.part().code(), finding.verdict().code(),
                    finding.part().code() + "." + finding.code(), finding.detail(),
                    finding.call() == null ? null : finding.call().code());
        }
    }

    /**
     * A line of the list.
     *
     * @param status key {@code lti.platform.<status>}
     * @param pending deployments that wait
     */
    record Row(UUID id, String name, String issuer, String status, String source, int pending,
            @Nullable String lastLaunch) {

        static Row of(KnownPlatforms.Listed listed, Moments moments) {
            KnownPlatform known = listed.platform();
            LastLaunch last = known.lastLaunch();
            return new Row(known.platform().id(), known.platform().name(), known.platform().issuer(),
                    known.platform().status().code(), known.source().code(), listed.pending(),
                    last == null ? null : moments.text(last.at()));
        }
    }
}
