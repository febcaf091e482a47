package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Framework;
import fr.pixlti.tool.content.Topic;
import fr.pixlti.tool.content.domain.HeldContent;
import fr.pixlti.tool.content.domain.ServedFile;
import fr.pixlti.tool.content.domain.exchange.ImportReport.Line;
import fr.pixlti.tool.content.domain.exchange.ImportReport.State;
import fr.pixlti.tool.shared.AuditLog;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.Transactions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes items for other systems, and says which of them cannot go and what changes on the way. */
@Component
public class ExportQuestions {

    private final ContentApi content;
    private final Function<String, Optional<byte[]>> files;
    private final AuditLog audit;
    private final Transactions transactions;

    ExportQuestions(HeldContent content, AuditLog audit, Transactions transactions) {
        this.content = content;
        this.files = path -> content.file(path).map(ServedFile::bytes);
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * What an export would hold.
     *
     * @param scope code of a competence or id of a framework
     * @throws DomainError {@code content.exchange-no-competence}
     */
    public ImportReport look(CurrentOperator operator, String scope, ExchangeFormat format) throws IOException {
        operator.require(CurrentOperator.Role.OPERATOR);
        return write(content.current(), files, scope, format, OutputStream.nullOutputStream());
    }

    /** Writes the export as it goes; closes nothing. @throws DomainError {@code content.exchange-no-competence} */
    public void handle(CurrentOperator operator, String scope, ExchangeFormat format, OutputStream out)
            throws IOException {
        operator.require(CurrentOperator.Role.OPERATOR);
        ContentRelease release = content.current();
        topics(release, scope);
        transactions.run(() -> audit.record(operator, "content.questions-exported", scope + " " + format));
        write(release, files, scope, format, out);
    }

    static ImportReport write(ContentRelease release, Function<String, Optional<byte[]>> files, String scope,
            ExchangeFormat format, OutputStream out) throws IOException {
        List<Topic> topics = topics(release, scope);
        FromItems fromItems = new FromItems(files);
        List<Line> lines = new ArrayList<>();
        try (QuestionWriter writer = writer(format, out)) {
            for (Topic topic : topics) {
                String framework = framework(release, topic.competence());
                Stream<Question> questions = topic.skills().stream().flatMap(skill -> skill.items().stream()
                        .map(item -> fromItems.question(framework, topic, skill, item)));
                for (Question question : (Iterable<Question>) questions::iterator) {
                    lines.add(one(question, format, writer));
                }
            }
        }
        return new ImportReport(lines, topics.size());
    }

    private static Line one(Question question, ExchangeFormat format, QuestionWriter writer) throws IOException {
        Question fitting = format == ExchangeFormat.GIFT ? AsMatching.of(question).orElse(question) : question;
        List<Remark> remarks = new ArrayList<>(question.remarks());
        boolean stopped = remarks.stream().anyMatch(remark -> remark.note().stops());
        if (!stopped && !writer.holds(fitting)) {
            stopped = true;
            remarks.add(Remark.of(question.media().isEmpty() ? Note.NOT_IN_FORMAT : Note.NOT_FILES_IN_FORMAT));
        }
        if (stopped) {
            return new Line(question.name(), String.join(" / ", question.category()), State.REFUSED, "",
                    remarks.stream().filter(remark -> remark.note().stops()).toList());
        }
        if (fitting.body() instanceof Question.Typed(Question.Gap gap) && gap.caseCounts()
                && format == ExchangeFormat.GIFT) {
            remarks.add(Remark.of(Note.CASE_LOST));
        }
        writer.write(fitting);
        return new Line(question.name(), String.join(" / ", question.category()),
                remarks.isEmpty() ? State.IMPORTED : State.CHANGED, question.id(), remarks);
    }

    private static QuestionWriter writer(ExchangeFormat format, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        return switch (format) {
            case MOODLE_XML -> new MoodleXmlWriter(text);
            case GIFT -> new GiftWriter(text);
            case QTI -> new QtiWriter(out);
        };
    }

    private static List<Topic> topics(ContentRelease release, String scope) {
        List<Topic> topics = release.topicsByCompetence().entrySet().stream()
                .filter(each -> each.getKey().equals(scope) || framework(release, each.getKey()).equals(scope))
                .flatMap(each -> each.getValue().stream()).toList();
        if (topics.isEmpty()) {
            throw new DomainError("content.exchange-no-competence", DomainError.Kind.INVALID);
        }
        return topics;
    }

    private static String framework(ContentRelease release, String competence) {
        return release.frameworks().stream()
                .filter(framework -> framework.areas().stream().flatMap(area -> area.competences().stream())
                        .anyMatch(each -> each.code().equals(competence)))
                .map(Framework::id).findFirst().orElse("");
    }
}
