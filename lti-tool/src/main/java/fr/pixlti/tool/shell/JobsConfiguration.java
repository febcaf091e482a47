package fr.pixlti.tool.shell;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import tools.jackson.databind.json.JsonMapper;

/**
 * The job engine of every room: db-scheduler on the tool's own database, so a job survives its node and runs on one node
 * at a time. A room contributes {@link Task} beans; recurring ones start by themselves. What a task calls must not need
 * the {@link Scheduler} bean, which is made from the tasks: each execution brings a client along. Rooms schedule in a
 * transaction; without one nothing is kept, because connections come without autocommit. What the engine does on its
 * own account (picking, heartbeats, completion) it commits itself.
 */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {

    /** Due jobs taken up in one look are three times this; what waits for the network holds no connection. */
    private static final int PARALLEL_JOBS = 20;

    /** The least that db-scheduler accepts. */
    private static final int MISSED_HEARTBEATS = 4;

    @Bean(destroyMethod = "")
    Scheduler jobScheduler(DataSource dataSource, ObjectProvider<Task<?>> tasks, Clock clock, JsonMapper json,
            JobsHealth health, JobsSettings settings) {
        List<Task<?>> known = tasks.orderedStream().toList();
        SchedulerBuilder builder = Scheduler
                .create(new TransactionAwareDataSourceProxy(dataSource),
                        known.stream().filter(task -> !(task instanceof OnStartup)).toList())
                .jdbcCustomization(new UtcMariaDb()).serializer(new JsonTaskData(json)).clock(clock::instant)
                .schedulerName(new SchedulerName.Fixed(nodeName())).threads(PARALLEL_JOBS)
                .executorService(
                        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("job-", 0).factory()))
                .pollingInterval(settings.pollingInterval()).heartbeatInterval(settings.heartbeatInterval())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS).shutdownMaxWait(settings.shutdownWait())
                .failureLogging(LogLevel.WARN, true).addSchedulerListener(health).enableImmediateExecution();
        known.stream().filter(OnStartup.class::isInstance).forEach(task -> startByItself(builder, task));
        return builder.build();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Task<?> & OnStartup> void startByItself(SchedulerBuilder builder, Task<?> task) {
        builder.startTasks((T) task);
    }

    /** For operators who read the table; that one node runs a job follows from row versions, not from names. */
    private static String nodeName() {
        String host = System.getenv().getOrDefault("HOSTNAME", "node");
        return host.substring(0, Math.min(host.length(), 38)) + "-" + ProcessHandle.current().pid();
    }
}
