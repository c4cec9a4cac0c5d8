package io.tradinggym.experiments.learn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradinggym.allocator.registry.ModelRegistry;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.instrument.Equity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Walks through prices that rise, stand still and fall, without costs; the champion, who sees nothing but volumes that
 * never change, holds the share throughout.
 */
class WalkTest {
  private static final int START = 100 + LearnConfig.LOOK_BACK;
  private static final String CONFIG =
      """
      {made: "noise 300", seed: 5,
       environment: {id: Stock-v1, lanes: 4, options: {actions: levels, levels: 2, commission: 0, spread: 0, features: volume20}},
       algorithm: {steps: 1500, learningRate: 0.01, rolloutSteps: 16, minibatch: 32, epochs: 2, hidden: [8]},
       schedule: {first: 100, every: 1000, memory: 150, holdout: 60, episode: 10, block: 5, expires: 0},
       monitor: {window: 10, alpha: 1e-9, columns: 0},
       gate: {paths: 20, alpha: 0.9, drawdown: 1}}
      """;

  @TempDir private Path folder = Path.of("");

  /** Up by two per cent a bar, then still, then down as it went up. */
  private static ReplayMarket market(int stillFrom, int fallsFrom, int bars) {
    double[] close = new double[bars];
    close[0] = 100;
    for (int bar = 1; bar < bars; bar++) {
      close[bar] = close[bar - 1] * (bar <= stillFrom ? 1.02 : bar <= fallsFrom ? 1 : 1 / 1.02);
    }
    long[] times = new long[bars];
    double[] volume = new double[bars];
    Arrays.setAll(times, bar -> bar * 86_400_000L);
    Arrays.fill(volume, 1e9);
    return ReplayMarket.of(
        List.of(new Series(Equity.adjusted("X"), times, close, close, close, close, volume)), 252);
  }

  private List<JsonNode> decisions(String config, ReplayMarket market) throws IOException {
    LearnConfig told = LearnConfig.parse(config, "test");
    Path file = folder.resolve("decisions.jsonl");
    Walk walk =
        new Walk(
            told,
            new Places(told, market),
            ModelRegistry.in(folder),
            new DecisionLog(file),
            word -> {});
    walk.to(market.data().length());
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }

  private static JsonNode first(List<JsonNode> lines, String key, String value) {
    return lines.stream()
        .filter(line -> line.path(key).asText().equals(value))
        .findFirst()
        .orElseThrow();
  }

  /** Ten bars from one review to the next, so that none is due on the day. */
  @Test
  void aChampionExpiresWithItsLastBar() throws IOException {
    List<JsonNode> lines =
        decisions(CONFIG.replace("expires: 0", "expires: 35"), market(300, 300, 205));
    assertThat(first(lines, "decision", "promote").path("bar").asInt()).isEqualTo(START);
    assertThat(first(lines, "trigger", "expiry").path("bar").asInt()).isEqualTo(START + 35);
  }

  /** Where the account is worth as much for ten bars, the law is believed to change after the last of them. */
  @Test
  void ofEqualHighestClosesTheLastIsTheBestDay() throws IOException {
    List<JsonNode> lines = decisions(CONFIG, market(190, 200, 215));
    assertThat(first(lines, "decision", "promote").path("bar").asInt()).isEqualTo(START);
    JsonNode change = first(lines, "decision", "cash");
    assertThat(change.path("since").asInt()).isEqualTo(200);
    assertThat(change.path("bar").asInt()).isBetween(210, 214);
  }
}
