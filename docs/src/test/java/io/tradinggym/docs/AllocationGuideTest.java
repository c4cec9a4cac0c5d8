package io.tradinggym.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.agents.train.Episodes;
import io.tradinggym.allocator.desk.AllocationOptions;
import io.tradinggym.allocator.desk.Attribution;
import io.tradinggym.allocator.desk.Attribution.Part;
import io.tradinggym.allocator.desk.CapitalBook;
import io.tradinggym.allocator.desk.Specialists;
import io.tradinggym.allocator.drift.DriftMonitor;
import io.tradinggym.allocator.drift.KolmogorovSmirnov;
import io.tradinggym.allocator.drift.MixtureSprt;
import io.tradinggym.allocator.drift.PopulationStability;
import io.tradinggym.allocator.regime.Cusum;
import io.tradinggym.allocator.regime.CusumRunLength;
import io.tradinggym.allocator.regime.RefitSchedule;
import io.tradinggym.allocator.regime.RefittedHmm;
import io.tradinggym.allocator.regime.RegimeModel;
import io.tradinggym.allocator.regime.Regimes;
import io.tradinggym.allocator.registry.ModelCard;
import io.tradinggym.allocator.registry.ModelRegistry;
import io.tradinggym.allocator.rules.FixedShare;
import io.tradinggym.allocator.testbed.AllocationLaw;
import io.tradinggym.allocator.testbed.AllocationOptimum;
import io.tradinggym.allocator.testbed.AllocationTestbed;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registry;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.process.Markets;
import io.tradinggym.trading.TradingDesk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the guide on allocation. */
class AllocationGuideTest {
  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Test
  void aRuleFollowsTheSpecialistThatIsGoodNow() {
    int specialists = 3;
    int rounds = 200;
    double[][] history = new double[rounds][specialists];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < specialists; i++) {
        history[round][i] = i == round / 50 % specialists ? 0.1 : 0.6;
      }
    }
    double own = 0;
    FixedShare rule = FixedShare.forSwitches(specialists, rounds, 3);
    double[] weights = new double[specialists];
    for (double[] losses : history) {
      rule.weights(weights);
      own += dot(weights, losses);
      rule.update(losses);
    }
    double best = 0.1 * rounds;
    assertThat(own - best).isBetween(0.0, FixedShare.regretBound(specialists, rounds, 3));
  }

  @Test
  void regimesAreToldFromThePast() {
    RandomStream random = RandomStreams.of(3).stream("returns");
    double[] returns = new double[1_512];
    for (int t = 0; t < returns.length; t++) {
      returns[t] = random.gaussian(0, t / 63 % 2 == 0 ? 0.8 : 2.4);
    }
    RegimeModel model = new RefittedHmm(2, 1, new RefitSchedule(504, 126, 2_520));
    boolean[] wild = new boolean[returns.length];
    for (int t = 0; t < returns.length; t++) {
      model.update(new double[] {returns[t]});
      wild[t] = model.state() == 1;
    }
    int right = 0;
    for (int t = 504; t < returns.length; t++) {
      right += wild[t] == (t / 63 % 2 == 1) ? 1 : 0;
    }
    assertThat(right / 1_008.0).isGreaterThan(0.85);
  }

  @Test
  void aChangeIsNoticed() {
    RandomStream random = RandomStreams.of(4).stream("x");
    double[] standardised = new double[1_000];
    for (int t = 0; t < standardised.length; t++) {
      standardised[t] = random.gaussian(t < 100 ? 0 : 1.5, 1);
    }
    Cusum detector = new Cusum(0.5, CusumRunLength.threshold(0.5, 500));
    int alarm = 0;
    while (!detector.update(standardised[alarm])) {
      alarm++;
    }
    assertThat(alarm).isBetween(100, 115);
  }

  @Test
  void driftIsNamed() {
    RandomStream random = RandomStreams.of(5).stream("rows");
    double[][] reference = new double[2][250];
    double[][] rows = new double[600][2];
    for (int t = 0; t < 600; t++) {
      if (t < 250) {
        reference[0][t] = random.gaussian();
        reference[1][t] = random.gaussian(2, 1);
      }
      rows[t][0] = random.gaussian();
      rows[t][1] = random.gaussian(t < 300 ? 2 : 0.5, 1);
    }
    DriftMonitor monitor =
        new DriftMonitor(
            List.of("momentum", "reward"),
            reference,
            60,
            0.05,
            List.of(new PopulationStability(8), new KolmogorovSmirnov()));
    List<DriftMonitor.Alarm> alarms = new ArrayList<>();
    for (double[] row : rows) {
      alarms.addAll(monitor.update(row));
    }
    assertThat(alarms).isNotEmpty().allMatch(alarm -> alarm.column().equals("reward"));
    assertThat(alarms.getFirst().window()).isEqualTo(6);
  }

  @Test
  void aDifferenceIsSeenInTheEnd() {
    RandomStream random = RandomStreams.of(6).stream("differences");
    double[] differences = new double[1_008];
    for (int t = 0; t < differences.length; t++) {
      differences[t] = random.gaussian(0.3, 1);
    }
    MixtureSprt test = new MixtureSprt(0.05, 1, 0.01);
    int day = 0;
    while (day < differences.length && !test.update(differences[day])) {
      day++;
    }
    assertThat(day).isBetween(20, 600);
  }

  @Test
  void theOptimumOfTheTestbed() {
    double earned;
    AllocationOptimum optimum = new AllocationOptimum(AllocationLaw.standard(), 16, 100);
    try (VectorEnvironment envs =
        Gym.vector("RegimeAllocation-v1", 64, o -> o.set(AllocationTestbed.INFORMED, true))) {
      earned = Episodes.meanReturn(optimum.policy(envs.spec()), envs, 1_000, 1);
    }
    assertThat(earned).isBetween(0.35, 0.40);
  }

  @Test
  void namesMoveFromVersionToVersion(@TempDir Path folder) throws IOException {
    ModelCard card = new ModelCard("trend", "", "simulated", 7, "0.1.0", Map.of(), 0);
    byte[] model = {1, 2, 3};
    long now = 1_000;
    ModelRegistry registry = ModelRegistry.in(folder);
    String first = registry.add(card, model);
    registry.promote(first, now, "the first");
    Optional<String> trades = registry.champion(now + 1);
    assertThat(trades).contains(first);
  }

  @Test
  void theProfitOfAnAccountOfSpecialistsSplitsToTheUnit() {
    Options options =
        Options.NONE
            .set(AllocationOptions.MARKET, Markets.named("watchlist:SPY,QQQ,TSLA"))
            .set(
                AllocationOptions.SPECIALISTS,
                Specialists.parse(
                    "trend: ewma(60,0.05); back: zscore(10,1.5,0.3) on SPY; hold: hold"))
            .set(AllocationOptions.REGIMES, Regimes.parse("hmm(2,126,63)"));
    try (VectorEnvironment envs =
        Gym.vector(Registry.global().maker("Allocation-v1", options), 1, 1, AutoReset.DISABLED)) {
      TradingDesk desk = envs.find(0, TradingDesk.class).orElseThrow();
      CapitalBook book = desk.event(CapitalBook.class);
      book.trace().listen(true);
      Batch batch = envs.newBatch();
      envs.reset(7, batch);
      long before = desk.account().equity();
      float[] thirds = {0.3f, 0.3f, 0.4f};
      while (batch.ends[0] == 0) {
        envs.step(thirds, batch);
      }
      double[] base = {0.3, 0.3, 0.4};
      Attribution split = new Attribution(book.trace().steps(), base);
      long own = split.part(Part.OWN); // what they earn with base shares
      long moved = split.part(Part.ALLOCATION); // what moving capital earned
      long saved = split.part(Part.NETTING); // what trading inside saved
      long rest = split.part(Part.EXECUTION) + split.idle(); // bands, lots, limits; idle cash
      assertThat(own + moved + saved + rest).isEqualTo(desk.account().equity() - before);
    }
  }
}
