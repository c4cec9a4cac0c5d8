package io.tradinggym.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.InfoField;
import io.tradinggym.experiments.evaluation.Booked;
import io.tradinggym.experiments.evaluation.MadeUp;
import io.tradinggym.experiments.evaluation.Trajectory;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The hash of a run moves when anything in it moves. */
class JournalTest {
  private static final List<InfoField> FIELDS =
      List.of(new InfoField("a", "", ""), new InfoField("b", "", ""));

  private static Trajectory episode(double info, double reward, float action, EndReason end) {
    return episode(info, reward, action, end, 99);
  }

  private static Trajectory episode(
      double info, double reward, float action, EndReason end, long observations) {
    return new Trajectory(
        "agent",
        3,
        MadeUp.reporting(FIELDS),
        FIELDS,
        new double[][] {{1, 2}, {3, info}},
        new double[] {reward},
        new float[][] {{action}},
        end,
        Map.of(),
        new Booked(observations, null, List.of(), List.of()));
  }

  private static String hash(int seed, Trajectory episode) {
    Journal journal = new Journal();
    journal.add(seed, episode);
    return journal.hash();
  }

  /**
   * SHA-256 of big-endian doubles 1, 2, 3, 4, the reward 0.5, the long 99 and the float action 7, reckoned outside of
   * Java.
   */
  @Test
  void anEpisodeIsTheDigestOfInfosRewardsObservationsAndActions() {
    Journal journal = new Journal();
    journal.add(1, episode(4, 0.5, 7, EndReason.RUIN));
    assertThat(journal.text())
        .isEqualTo(
            "episode agent 1 3 1 RUIN 0.5"
                + " f3b274d45b510cda6a62108bd585bbe3931e4219f3a6aec9d0459cbb94f6f79a\n");
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
    hashes.add(hash(1, episode(4, 0.5, 7, EndReason.RUIN, 98)));
    assertThat(hashes).hasSize(7);
  }
}
