package io.tradinggym.allocator.multi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Some of the lives that {@code experiments/run bench --lives} plays; what breaks the books throws. */
class RandomLivesTest {
  private static final long LIVES = 3_000;

  private static void requireAll(RandomLives.Tally tally, String... events) {
    assertThat(tally.sessions()).isGreaterThan(LIVES);
    for (String event : events) {
      assertThat(tally.events()).containsKey(event);
    }
  }

  @Test
  void livesOfTheEnvironmentSeeEverythingAndAddUp() {
    requireAll(
        RandomLives.ofEnvironment(LIVES, 100),
        "order",
        "target",
        "liquidation",
        "delisting",
        "exercise",
        "assignment",
        "expiry",
        "dividend",
        "interest",
        "borrow",
        "funding",
        "cash in lieu",
        "legs of spreads",
        "splits",
        "margin calls");
  }

  @Test
  void livesOfSleevesSeeEverythingAndAddUp() {
    requireAll(
        RandomLives.ofSleeves(LIVES, 200),
        "order",
        "target",
        "cross",
        "liquidation",
        "delisting",
        "exercise",
        "assignment",
        "expiry",
        "dividend",
        "funding",
        "settlement",
        "refused orders",
        "splits",
        "margin calls");
  }
}
