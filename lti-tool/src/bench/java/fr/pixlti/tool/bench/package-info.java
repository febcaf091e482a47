/**
 * Measures the delivered tool: {@code mvn -Pbench verify} from the top folder, on Linux, without anything else. It skips
 * the tests, ends by itself after about six minutes, talks to this machine only, prints one table and keeps it in
 * {@code lti-tool/target/bench/results.md}. Its sources and dependencies exist in the profile only.
 *
 * <h2>What runs</h2>
 *
 * <p>Four processes: the packaged jar with the options of the README ({@code -XX:+UseSerialGC -Xmx192m}); a MariaDB of
 * our own that flushes at every commit; Gatling ({@link fr.pixlti.tool.bench.Load}); and
 * {@link fr.pixlti.tool.bench.Bench}, which starts the others and plays the platform's key set, token and gradebook
 * services. At the end JMH measures the engine and the marking in processes of their own.
 *
 * <ul>
 * <li><b>Start</b>: {@code java -jar} to the first page, three times, on a database that runs and has its tables.
 * <li><b>Launch</b>: login, 302, a fresh RS256 token posted, 303, the activity's page: each by a pupil who never came
 * before, with cookies of their own, over connections that are kept alive, into one of 300 courses that the warm-up
 * (24,000 launches: fewer leave the compiler busy) has opened. By 1, 16 and 32 browsers, 12 s each. The signature is the
 * platform's work and is not in
 * the latency. Pages are asked for as browsers do: in French, with gzip.
 * <li><b>Answer</b>: pupils take the test of competence 1.1 as htmx does and answer rightly; the content says how.
 * Tests are begun beforehand. An answer is {@code POST …/answers} and the next screen; checkpoints and clocks between
 * answers, the end of a test and the sending of its score are not counted, but their CPU time is in the figure. First 30
 * clients without a pause, then 30 pupils who answer every 5 s, then 200.
 * <li><b>Sending</b>: 10,000 grades owed to one line item, after 20,000 for the warm-up, by a tool started anew. Alone:
 * {@code mvn -Pbench verify -Dbench.main=fr.pixlti.tool.bench.SendingBench}.
 * </ul>
 *
 * <h2>How to read it</h2>
 *
 * <p>CPU time is that of the whole process ({@code utime + stime}, its compiler and collector included), divided by the
 * launches or answers of the phase. It depends on the machine and its neighbours, so the table begins with the cost of
 * one RSA signature on it; latency and rate depend on them even more. Targets are shown, never enforced. What does fail
 * the bench: any request that is not answered as it should, and any test whose score does not reach the gradebook.
 *
 * <p>To see where the time goes, set {@code PIXLTI_BENCH_TOOL_OPTIONS} to options for the tool's virtual machine, for
 * example {@code -XX:StartFlightRecording:filename=/tmp/tool.jfr,settings=profile}.
 *
 * <p>Gatling's own report is off: phases follow each other in one run, CPU time must be read between them, and its
 * latencies are whole milliseconds. So {@link fr.pixlti.tool.bench.Figures} keeps them in an HdrHistogram.
 */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.bench;
