package fr.pixlti.tool.assessment.web;

import fr.pixlti.tool.assessment.AssessmentApi.Scorecard;
import fr.pixlti.tool.assessment.domain.profile.Profile;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Framework;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the profile page shows of what is known.
 *
 * @param share of {@code maxPix}, percent
 * @param tests number of competences that can be tested
 * @param untested how many of them were not
 * @param others areas of other frameworks
 */
record ProfilePage(int pix, int maxPix, double share, int tests, long untested, Certifiable certifiable,
        List<Area> areas, List<Others> others) {

    private static final int ACCENTS = 5;
    private static final int PIX_PER_LEVEL = 8;
    private static final double PERCENT = 100;

    /**
     * How far it is to the certification.
     *
     * @param reached competences at the level
     * @param steps one for each competence needed: whether it is reached
     */
    record Certifiable(boolean yes, int reached, int needed, int level, List<Boolean> steps) {}

    /** @param accent number of its colour, from 1 */
    record Area(String heading, int accent, List<Line> lines) {}

    /** @param share of the most pix, percent; @param known whether anything is known of it */
    record Line(String code, String name, int level, int maxLevel, int pix, int maxPix, double share, boolean known) {}

    /** A framework beside the one that certification is about. */
    record Others(String name, List<Area> areas) {}

    static ProfilePage of(Profile profile, ContentRelease release, Locale locale) {
        Map<String, Scorecard> own = byCode(profile.competences());
        Map<String, Scorecard> other = byCode(profile.others());
        List<Area> areas = new ArrayList<>();
        List<Others> others = new ArrayList<>();
        for (Framework framework : release.frameworks()) {
            areas.addAll(areas(framework, own, locale));
            List<Area> beside = areas(framework, other, locale);
            if (!beside.isEmpty()) {
                others.add(new Others(framework.names().getOrDefault(locale.getLanguage(),
                        framework.names().getOrDefault("fr", framework.id())), beside));
            }
        }
        List<Scorecard> tests = profile.competences().stream().filter(card -> release.hasTest(card.competence()))
                .toList();
        return new ProfilePage(profile.pix(), profile.maxPix(), share(profile.pix(), profile.maxPix()), tests.size(),
                tests.stream().filter(card -> card.assessed() == 0).count(), certifiable(profile), areas, others);
    }

    private static Certifiable certifiable(Profile profile) {
        int needed = profile.rules().competences();
        return new Certifiable(profile.certifiable(), profile.reached(), needed, profile.rules().level(),
                IntStream.range(0, needed).mapToObj(step -> step < profile.reached()).toList());
    }

    private static Map<String, Scorecard> byCode(List<Scorecard> cards) {
        return cards.stream().collect(Collectors.toMap(Scorecard::competence, Function.identity()));
    }

    private static List<Area> areas(Framework framework, Map<String, Scorecard> cards, Locale locale) {
        List<Area> areas = new ArrayList<>();
        for (Framework.Area area : framework.areas()) {
            List<Line> lines = area.competences().stream().filter(each -> cards.containsKey(each.code()))
                    .map(each -> line(each, Objects.requireNonNull(cards.get(each.code())), locale)).toList();
            if (!lines.isEmpty()) {
                areas.add(new Area(area.code() + ". " + area.name(locale), accent(framework, area), lines));
            }
        }
        return areas;
    }

    private static Line line(Framework.Competence competence, Scorecard card, Locale locale) {
        int maxPix = card.maxLevel() * PIX_PER_LEVEL;
        return new Line(competence.code(), competence.name(locale), card.level(), card.maxLevel(), card.pix(), maxPix,
                share(card.pix(), maxPix), card.assessed() > 0);
    }

    static int accent(Framework framework, Framework.Area area) {
        return framework.areas().indexOf(area) % ACCENTS + 1;
    }

    private static double share(int pix, int maxPix) {
        return maxPix == 0 ? 0 : Math.round(pix * PERCENT * 10 / maxPix) / 10.0;
    }
}
