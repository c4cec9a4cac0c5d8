package io.tradinggym.api.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.Environment;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Step;
import org.junit.jupiter.api.Test;

class TMazeTest {
  private static final int ON = 0;
  private static final int LEFT = 1;
  private static final int RIGHT = 2;
  private static final double EXACT = 1e-12;

  private static Environment maze(int length) {
    return Gym.make("TMaze-v1", options -> options.set(TMaze.LENGTH, length));
  }

  @Test
  void theSignIsSeenOnceAndDecidesWhichTurnIsRight() {
    int rights = 0;
    int episodes = 200;
    try (Environment env = maze(4)) {
      for (int episode = 0; episode < episodes; episode++) {
        float sign = env.reset(episode).observation()[0];
        assertThat(sign).isIn(-1f, 1f);
        rights += sign > 0 ? 1 : 0;
        for (int t = 1; t <= 4; t++) {
          Step step = env.step(ON);
          assertThat(step.observation()).containsExactly(0, t == 4 ? 1 : 0);
          assertThat(step.reward()).isZero();
        }
        boolean right = episode % 2 == 0;
        Step last = env.step((sign > 0) == right ? RIGHT : LEFT);
        assertThat(last.reward()).isEqualTo(right ? 1 : -1);
        assertThat(env.endReason()).isEqualTo(right ? EndReason.GOAL_REACHED : EndReason.GOAL_LOST);
      }
    }
    double fourSigma = 4 * Math.sqrt(0.25 / episodes);
    assertThat(rights / (double) episodes).isCloseTo(0.5, within(fourSigma));
  }

  @Test
  void wallsCostAndLeadNowhere() {
    try (Environment env = maze(1)) {
      env.reset(1);
      assertThat(env.step(LEFT).reward()).isCloseTo(-0.1, within(EXACT));
      assertThat(env.step(RIGHT).observation()).containsExactly(0, 0);
      assertThat(env.step(ON).observation()).containsExactly(0, 1);
      Step wall = env.step(ON);
      assertThat(wall.reward()).isCloseTo(-0.1, within(EXACT));
      assertThat(wall.observation()).containsExactly(0, 1);
    }
  }

  @Test
  void whoNeverTurnsRunsOutOfTime() {
    try (Environment env = maze(2)) {
      env.reset(1);
      int steps = 0;
      while (!env.ended()) {
        env.step(ON);
        steps++;
      }
      assertThat(env.endReason()).isEqualTo(EndReason.TIME_LIMIT);
      assertThat(steps).isEqualTo(3 * 2 + 20);
    }
  }

  @Test
  void refusesALengthThatIsNone() {
    assertThatThrownBy(() -> new TMaze(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("length must be in 1 .. 10000, was 0");
  }
}
