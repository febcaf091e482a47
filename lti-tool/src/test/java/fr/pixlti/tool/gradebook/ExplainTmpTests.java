package fr.pixlti.tool.gradebook;
import fr.pixlti.tool.shared.*; import fr.pixlti.tool.testing.TestDatabase; import java.util.*; import org.junit.jupiter.api.Test;
class ExplainTmpTests {
  @Test void explain() {
    FakePlatforms p = new FakePlatforms();
    try (GradebookNode n = GradebookNode.start(TestDatabase.fresh(), p, "pixlti.jobs.polling-interval=60s", "pixlti.gradebook.sweep-interval=60s")) {
      n.bean(Transactions.class).run(() -> {
        n.sql().execute("insert into gradebook_score select uuid(), uuid(), '', uuid(), concat('00000000-0000-7000-8000-00000000000', seq % 5), 's', null, 1, 2, null, if(seq%10<3,'WAITING','SENT'), null, 1, 0, utc_timestamp(6) - interval seq second, utc_timestamp(6)+ interval 1 day - interval seq second, null, null, null, utc_timestamp(6), utc_timestamp(6) from seq_1_to_20000");
        n.sql().execute("analyze table gradebook_score");
        System.err.println("EXPL " + n.sql().fetch("explain select platform_id from gradebook_score where state='WAITING' group by platform_id having min(next_attempt_at) <= utc_timestamp(6)"));
        System.err.println("EXPL " + n.sql().fetch("explain select * from gradebook_score where state='WAITING' and platform_id='00000000-0000-7000-8000-000000000001' and next_attempt_at <= utc_timestamp(6) order by next_attempt_at limit 1"));
        System.err.println("EXPL " + n.sql().fetch("explain select min(next_attempt_at) from gradebook_score where state='WAITING' and platform_id='00000000-0000-7000-8000-000000000001'"));
      });
    }
  }
}
