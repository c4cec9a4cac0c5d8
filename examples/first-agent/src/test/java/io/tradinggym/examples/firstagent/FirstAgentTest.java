package io.tradinggym.examples.firstagent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FirstAgentTest {
  /** Mean return at which CartPole-v1 counts as solved. */
  private static final double SOLVED = 475;

  @Test
  void chanceLetsThePoleFall() {
    assertThat(Printed.by(() -> ByHand.main(new String[0]))).matches("\\d{1,2}\\.0 GOAL_LOST");
  }

  @Test
  void trainingKeepsThePoleUp() {
    String printed = Printed.by(() -> FirstAgent.main(new String[0]));
    assertThat(printed).matches("the pole stands for [\\d.]+ of 500 steps");
    assertThat(Double.parseDouble(printed.split(" ")[4])).isBetween(SOLVED, 500.0);
  }

  @Test
  void theFirstTraderLeavesAPolicyBehind() throws IOException {
    String printed = Printed.by(FirstAgentTest::trade);
    assertThat(printed).matches("mean log return of unseen years: -?\\d\\.[\\dE-]+");
    assertThat(Files.deleteIfExists(Path.of("first.policy"))).isTrue();
  }

  private static void trade() {
    try {
      FirstTrader.main(new String[0]);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
