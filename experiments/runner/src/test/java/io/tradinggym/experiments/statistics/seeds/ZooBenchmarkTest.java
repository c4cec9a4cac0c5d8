package io.tradinggym.experiments.statistics.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.inference.MannWhitneyUTest;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The episodes of trained agents that RL Baselines3 Zoo published, against the means it published of them. */
@EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
class ZooBenchmarkTest {
  private static final Offset<Double> PRINTED_DIGITS = within(5.001e-4);

  private static Path folder() {
    return Path.of(System.getenv("TRADING_GYM_DATA"), "rl_ref");
  }

  private static Map<String, double[]> episodes(String environment) throws IOException {
    try (var lines = Files.lines(folder().resolve("zoo_" + environment + "_episode_returns.csv"))) {
      return lines
          .skip(1)
          .map(line -> line.split(",", -1))
          .collect(Collectors.groupingBy(f -> f[0], TreeMap::new, Collectors.toList()))
          .entrySet()
          .stream()
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey,
                  e -> e.getValue().stream().mapToDouble(f -> Double.parseDouble(f[1])).toArray()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"CartPole-v1", "LunarLander-v2", "Pendulum-v1"})
  void meansMatchThePublishedTable(String environment) throws IOException {
    Map<String, double[]> episodes = episodes(environment);
    int compared = 0;
    for (String row : Files.readAllLines(folder().resolve("rl_zoo_benchmark.md"))) {
      String[] cells = row.replace(" ", "").split("\\|", -1);
      if (cells.length > 3 && cells[2].equals(environment) && episodes.containsKey(cells[1])) {
        Scores scores = Scores.of(episodes.get(cells[1]));
        assertThat(Aggregate.mean().of(scores))
            .as(cells[1])
            .isCloseTo(Double.parseDouble(cells[3]), PRINTED_DIGITS);
        compared++;
      }
    }
    assertThat(compared).isEqualTo(episodes.size());
  }

  @Test
  void interquartileMeanAndImprovementAgreeWithASecondImplementation() throws IOException {
    Map<String, double[]> episodes = episodes("LunarLander-v2");
    double[] ppo = Objects.requireNonNull(episodes.get("ppo"));
    double[] a2c = Objects.requireNonNull(episodes.get("a2c"));
    int cut = ppo.length / 4;
    double trimmed =
        Arrays.stream(ppo).sorted().skip(cut).limit(ppo.length - 2L * cut).average().orElseThrow();
    Interval iqm =
        new Bootstrap(0.95, 2000)
            .interval(Scores.of(ppo), Aggregate.iqm(), RandomStreams.of(1).stream("zoo"));
    assertThat(iqm.point()).isCloseTo(trimmed, within(1e-9));
    assertThat(iqm.contains(trimmed)).isTrue();
    double better = ProbabilityOfImprovement.of(Scores.of(ppo), Scores.of(a2c));
    double u = new MannWhitneyUTest().mannWhitneyU(ppo, a2c) / ppo.length / a2c.length;
    assertThat(better).isGreaterThan(0.5).isCloseTo(u, within(1e-9));
  }
}
