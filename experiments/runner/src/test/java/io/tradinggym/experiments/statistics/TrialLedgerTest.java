package io.tradinggym.experiments.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;

class TrialLedgerTest {
  private static final double ROUNDING = 1e-12;

  private static double[] noise(RandomStream random, int n) {
    return DoubleStream.generate(() -> random.gaussian(0, 0.01)).limit(n).toArray();
  }

  @Test
  void varianceIsThatOfTheTrialsSharpeRatios() {
    RandomStream random = RandomStreams.of(1).stream("trials");
    TrialLedger ledger = new TrialLedger();
    DescriptiveStatistics ratios = new DescriptiveStatistics();
    for (int n = 0; n < 20; n++) {
      double[] r = noise(random, 250);
      ledger.add("trial " + n, r);
      DescriptiveStatistics returns = new DescriptiveStatistics(r);
      ratios.addValue(returns.getMean() / returns.getStandardDeviation());
    }
    assertThat(ledger.sharpeVariance(250)).isCloseTo(ratios.getVariance(), within(ROUNDING));
    assertThat(ledger.trials()).hasSize(20);
  }

  @Test
  void theBestOfManyWorthlessTrialsIsTakenForSkillOnlyWithoutTheLedger() {
    RandomStream random = RandomStreams.of(2).stream("trials");
    TrialLedger ledger = new TrialLedger();
    double[] best = noise(random, 500);
    ledger.add("first", best);
    for (int n = 1; n < 200; n++) {
      double[] r = noise(random, 500);
      ledger.add("trial " + n, r);
      best = Returns.sharpe(r, 0, 1) > Returns.sharpe(best, 0, 1) ? r : best;
    }
    assertThat(SharpeInference.probabilistic(best, 0)).isGreaterThan(0.98);
    assertThat(ledger.deflatedSharpe(best)).isLessThan(0.9);
  }

  @Test
  void aTrialThatNeverTradedCountsButHasNoRatio() {
    double[] r = noise(RandomStreams.of(3).stream("trials"), 100);
    TrialLedger ledger = new TrialLedger();
    ledger.add("only", r);
    assertThat(ledger.deflatedSharpe(r)).isEqualTo(SharpeInference.probabilistic(r, 0));
    ledger.add("idle", new double[100]);
    assertThat(ledger.trials()).extracting(TrialLedger.Trial::sharpe).last().isEqualTo(Double.NaN);
    assertThat(ledger.sharpeVariance(100))
        .as("of two trials the one unknown has the variance of a worthless one")
        .isCloseTo(1.0 / 99, within(ROUNDING));
    assertThat(ledger.deflatedSharpe(r)).isLessThan(SharpeInference.probabilistic(r, 0));
  }

  @Test
  void aSearchMostOfWhichFailedIsNotTakenForAShortOne() {
    double[] best = noise(RandomStreams.of(4).stream("trials"), 1000);
    TrialLedger known = new TrialLedger();
    TrialLedger failed = new TrialLedger();
    RandomStream random = RandomStreams.of(5).stream("trials");
    for (TrialLedger ledger : List.of(known, failed)) {
      ledger.add("shown", best);
    }
    for (int n = 1; n < 400; n++) {
      known.add("trial " + n, noise(random, 1000));
      failed.add(new TrialLedger.Trial("trial " + n, Double.NaN, 0));
    }
    assertThat(failed.deflatedSharpe(best)).isCloseTo(known.deflatedSharpe(best), within(0.02));
  }

  @Test
  void aSingleTrialIsNotDeflated() {
    double[] r = noise(RandomStreams.of(3).stream("trials"), 100);
    TrialLedger ledger = new TrialLedger();
    ledger.add("only", r);
    assertThat(ledger.sharpeVariance(100)).isZero();
  }

  @Test
  void anEmptyLedgerDeflatesNothing() {
    double[] r = IntStream.range(0, 10).mapToDouble(t -> t % 3 - 1).toArray();
    assertThatThrownBy(() -> new TrialLedger().deflatedSharpe(r)).hasMessageContaining("was empty");
  }
}
