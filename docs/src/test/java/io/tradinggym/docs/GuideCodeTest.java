package io.tradinggym.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.train.Training;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Environment;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Split;
import io.tradinggym.market.data.csv.BadDataException;
import io.tradinggym.market.data.csv.BarFile;
import io.tradinggym.market.data.csv.CsvMarket;
import io.tradinggym.market.data.csv.Defect;
import io.tradinggym.stocks.StockOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of those guides that no example holds. */
class GuideCodeTest {
  @TempDir private Path folder;

  @BeforeEach
  void writeThreeYears() throws IOException {
    StringBuilder rows = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
    int i = 0;
    for (LocalDate day = LocalDate.of(2017, 1, 2); day.getYear() < 2020; day = day.plusDays(1)) {
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        double close = 100 + 10 * Math.sin(i++ / 20.0);
        rows.append(
            "%s,%.2f,%.2f,%.2f,%.2f,%d%n"
                .formatted(day, close, close + 1, close - 1, close, 1_000_000));
      }
    }
    Files.writeString(folder.resolve("SPY.csv"), rows);
    Files.writeString(folder.resolve("BAD.csv"), rows.append("2020-01-02,100,101,99,,5000\n"));
  }

  @Test
  void historyIsReadSplitAndTraded() {
    ReplayMarket market = CsvMarket.in(folder).tickers("SPY");
    Split split = Split.dates(market, "2017/2017", "2018/2018", "2019/2019");

    try (VectorEnvironment envs =
        Gym.vector("Stock-v1").option(StockOptions.MARKET, split.train()).lanes(64).make()) {
      Policy policy = Ppo.defaults().train(envs, Training.steps(20_000), Training.seed(7));
      assertThat(policy.observationSpace()).isEqualTo(envs.observationSpace());
    }
  }

  @Test
  void defectsAreNamedAndRepaired() throws IOException {
    assertThatThrownBy(() -> CsvMarket.in(folder).tickers("BAD"))
        .isInstanceOf(BadDataException.class);

    List<Defect> defects = BarFile.read(folder.resolve("BAD.csv")).defects();
    defects.forEach(defect -> System.out.println(defect + "; repair: " + defect.kind().repair()));

    ReplayMarket repaired = CsvMarket.in(folder).repairing().tickers("BAD");
    repaired.repairs().forEach(System.out::println);

    assertThat(defects).extracting(Defect::kind).contains(Defect.Kind.BAD_NUMBER);
    assertThat(repaired.instruments()).hasSize(1);
    assertThat(repaired.repairs()).hasSameSizeAs(defects);
  }

  @Test
  void aPolicyIsSavedAndLoaded() throws IOException {
    Path file = folder.resolve("cartpole.policy");
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 8)) {
      Policy policy = Ppo.defaults().train(envs, Training.steps(5_000), Training.seed(7));
      policy.save(file);
    }
    Policy loaded = Policy.load(file);
    int action = loaded.act(new float[] {0.01f, 0, -0.02f, 0});
    assertThat(action).isBetween(0, 1);
  }

  @Test
  void threadsChangeNothing() {
    assertThat(trained(2)).isEqualTo(trained(1));
  }

  private static float trained(int threads) {
    try (VectorEnvironment envs =
        Gym.vector("Pendulum-v1").lanes(8).threads(threads).autoReset(AutoReset.NEXT_STEP).make()) {
      Policy policy =
          Ppo.defaults()
              .train(envs, Training.steps(4_096), Training.seed(7), Training.threads(threads));
      float[] torque = new float[1];
      policy.act(new float[] {1, 0, 0.5f}, torque);
      return torque[0];
    }
  }

  @Test
  void aRunWithCheckpointsLeavesOne() throws IOException {
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 8)) {
      Ppo.defaults()
          .train(
              envs,
              Training.steps(5_000),
              Training.seed(7),
              Training.checkpoints(folder.resolve("run")));
    }
    assertThat(folder.resolve("run/checkpoint")).exists();
  }

  @Test
  void sharesOptionsAndAPerpetualAreHeldInOneAccount() {
    try (Environment env = Gym.make("MultiAsset-v1")) {
      env.reset(42);
      float[] keep = new float[env.actionSpace().size()];
      while (!env.ended()) {
        env.step(keep);
      }
    }
  }
}
