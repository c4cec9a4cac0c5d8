package io.tradinggym.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.InfoField;
import io.tradinggym.experiments.evaluation.Trajectory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The hash of a run moves when anything in it moves. */
class JournalTest {
  private static final List<InfoField> FIELDS =
      List.of(new InfoField("a", "", ""), new InfoField("b", "", ""));

  private static Trajectory episode(double info, double reward, float action, EndReason end) {
    return new Trajectory(
        "agent",
        3,
        FIELDS,
        new double[][] {{1, 2}, {3, info}},
        new double[] {reward},
        new float[][] {{action}},
        end);
  }

  private static String hash(int seed, Trajectory episode) {
    Journal journal = new Journal();
    journal.add(seed, episode);
    return journal.hash();
  }

  /** SHA-256 of big-endian doubles 1, 2, 3, 4, the reward 0.5 and the float action 7, reckoned outside of Java. */
  @Test
  void anEpisodeIsTheDigestOfInfosRewardsAndActions() {
    Journal journal = new Journal();
    journal.add(1, episode(4, 0.5, 7, EndReason.RUIN));
    assertThat(journal.text())
        .isEqualTo(
            "episode agent 1 3 1 RUIN 0.5"
                + " 7a7de6ac266f40e1bf7586e45b9acb94e3439387082fc631a376ea0b70b87436\n");
  }

  @Test
  void everythingInAnEpisodeMovesTheHash() {
    Set<String> hashes = new HashSet<>();
    hashes.add(hash(1, episode(4, 0.5, 7, EndReason.RUIN)));
    hashes.add(hash(2, episode(4, 0.5, 7, EndReason.RUIN)));
    hashes.add(hash(1, episode(4.000001, 0.5, 7, EndReason.RUIN)));
    hashes.add(hash(1, episode(4, 0.5000001, 7, EndReason.RUIN)));
    hashes.add(hash(1, episode(4, 0.5, 7.000001f, EndReason.RUIN)));
    hashes.add(hash(1, episode(4, 0.5, 7, EndReason.TIME_LIMIT)));
    assertThat(hashes).hasSize(6);
  }
}
