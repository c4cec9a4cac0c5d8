package io.tradinggym.experiments.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.allocator.registry.ModelRegistry;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrainingTest {
  private static final String CONFIG =
      """
      {made: "noise 1000", environment: {id: Stock-v1},
       algorithm: {name: ppo, steps: 100},
       schedule: {first: 400, memory: 400, holdout: 100, episode: 50}}
      """;

  @TempDir private Path folder = Path.of("");

  /** Memory 400, holdout 100, episodes of 50: what came before the change is not learned from. */
  @Test
  void whatWasBeforeAChangeIsLeftOut() throws IOException {
    LearnConfig config = LearnConfig.parse(CONFIG, "test");
    Places places = new Places(config, MadeHistory.of(config.made(), 1).market());
    Retraining retraining = new Retraining(config, places, ModelRegistry.in(folder));
    assertThat(retraining.window(1000, 0)).isEqualTo(window(600, 900, true));
    assertThat(retraining.window(1000, 600)).isEqualTo(window(600, 900, true));
    assertThat(retraining.window(1000, 700)).isEqualTo(window(700, 900, true));
    assertThat(retraining.window(1000, 810)).isEqualTo(window(600, 900, false)); // 95 to learn from
    assertThat(retraining.window(1000, 960)).isEqualTo(window(600, 960, false));
  }

  @Test
  void halfOfAShortMemoryIsHeldOut() throws IOException {
    LearnConfig config = LearnConfig.parse(CONFIG.replace("holdout: 100", "holdout: 150"), "test");
    Places places = new Places(config, MadeHistory.of(config.made(), 1).market());
    Retraining retraining = new Retraining(config, places, ModelRegistry.in(folder));
    assertThat(retraining.window(1000, 780)).isEqualTo(window(780, 890, true));
  }

  private static Retraining.Window window(int from, int split, boolean learnable) {
    return new Retraining.Window(from, split, 1000, learnable);
  }
}
