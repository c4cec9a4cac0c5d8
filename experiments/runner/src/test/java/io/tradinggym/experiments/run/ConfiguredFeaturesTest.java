package io.tradinggym.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.ObservationField;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.evaluation.Evaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Features that a configuration names. */
class ConfiguredFeaturesTest {
  private static final String TEXT =
      """
      market: %s
      environment:
        id: Stock-v1
        lanes: 4
        options: {features: [rsi14, "bbPercent(20,2)", ta4j:Aroon(25), yangZhang(20), %s], episode: 20}
      algorithm: {name: ppo, steps: 512, rolloutSteps: 32, minibatch: 64, hidden: [8]}
      evaluation: {validations: 1, validationPaths: 2, paths: 2}
      """;
  private static final String SIGNAL =
      "\"signal(xgb, horizon=1, folds=2, features=(logReturn(1), rsi(7)))\"";

  @TempDir private Path folder;

  private static List<String> observed(String config) {
    Experiment experiment = new Experiment(ConfigFile.parse(config, List.of(), "test"));
    try (VectorEnvironment lanes = experiment.learning(1)) {
      EnvironmentSpec spec = lanes.spec();
      return spec.observationFields().stream().map(ObservationField::name).toList();
    }
  }

  @Test
  void anEnvironmentObservesWhatItsConfigurationNames() {
    assertThat(observed(TEXT.formatted("{simulated: noise}", SIGNAL)))
        .anyMatch(name -> name.contains("rsi14"))
        .anyMatch(name -> name.contains("bbPercent(20,2)"))
        .anyMatch(name -> name.contains("ta4j:Aroon(25)"))
        .anyMatch(name -> name.contains("signal(xgb"));
  }

  /** Prices whose years before 2017 swing so many times as far. */
  private void history(double early) throws IOException {
    StringBuilder rows = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
    int bar = 0;
    for (LocalDate day = LocalDate.of(2015, 1, 2); bar < 900; day = day.plusDays(1)) {
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        double swing = 10 * Math.sin(bar / 7.0) + 5 * Math.sin(bar / 2.3);
        double c = 100 + swing * (day.getYear() < 2017 ? early : 1);
        rows.append(
            "%s,%.2f,%.2f,%.2f,%.2f,%d%n".formatted(day, c, c + 1, c - 1, c, 10_000 + bar % 90));
        bar++;
      }
    }
    Files.writeString(folder.resolve("X.csv"), rows);
  }

  private String historyConfig() {
    return TEXT.formatted(
        "{data: \"%s\", tickers: [X], train: 2015/2016, validate: 2017-01/2017-08, test:"
                .formatted(folder)
            + " 2017-09/2018-05, repair: true}",
        SIGNAL);
  }

  /** The agent sees by what its features learned, whatever the training range has become. */
  @Test
  void whatTheyLearnedIsKeptWithThePolicy() throws IOException {
    history(1);
    RunConfig config = ConfigFile.parse(historyConfig(), List.of(), "test");
    Path out = folder.resolve("run");
    Evaluation before = Run.start(config, out).complete(1, (seed, steps, mean) -> {});
    history(2);
    Evaluation after = Run.open(out).evaluate(List.of());
    assertThat(after.standings().getFirst().headline())
        .isEqualTo(before.standings().getFirst().headline());
    Experiment anew = new Experiment(config);
    Policy policy = Run.open(out).policy(config.seed());
    assertThat(anew.evaluate(List.of(policy)).standings().getFirst().headline())
        .as("learned again it is another")
        .isNotEqualTo(before.standings().getFirst().headline());
  }

  @Test
  void onHistoryTheyLearnFromTheTrainingRangeAndTheTrialRepeats() throws IOException {
    history(1);
    String config = historyConfig();
    assertThat(Trial.run(config, 1).hash()).isEqualTo(Trial.run(config, 1).hash());
  }

  @Test
  void aNameThatIsNoneIsSaid() {
    assertThatThrownBy(() -> observed(TEXT.formatted("{simulated: noise}", "rsii(14)")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no feature \"rsii\"")
        .hasMessageContaining("did you mean");
  }
}
