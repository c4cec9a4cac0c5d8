package io.tradinggym.allocator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Small examples worked out by an independent program, to the last digit printed. */
class VectorsTest {
  private static final Offset<Double> PRINTED = within(6e-11);
  private static final double[][] LOSSES = {
    {0, .5, 1}, {.2, .5, .7}, {.9, .1, .3}, {1, 0, .4}, {.8, .3, .1}, {.7, .2, .2}
  };
  private static final double[][] RELATIVES = {{1.02, .99}, {.98, 1.01}, {1.03, 1}, {.97, 1.02}};

  /** Weights before each round and after the last; returns the sum of losses. */
  private static double play(ExpertRule rule, List<double[]> weights) {
    double loss = 0;
    for (double[] round : LOSSES) {
      double[] w = weights(rule);
      weights.add(w);
      loss += Softmax.dot(w, round, 3);
      rule.update(round);
    }
    weights.add(weights(rule));
    return loss;
  }

  private static double[] weights(OnlineRule rule) {
    double[] w = new double[rule.size()];
    rule.weights(w);
    return w;
  }

  private static void assertWeights(double[] weights, double... expected) {
    assertThat(weights).containsExactly(expected, PRINTED);
  }

  @Test
  void hedge() {
    List<double[]> weights = new ArrayList<>();
    assertThat(play(new Hedge(3, .5), weights)).isCloseTo(2.6270380910, PRINTED);
    assertWeights(weights.get(1), .4192289516, .3264958358, .2542752126);
    assertWeights(weights.get(6), .1891577067, .5141839569, .2966583364);
  }

  @Test
  void fixedShare() {
    List<double[]> weights = new ArrayList<>();
    FixedShare rule = new FixedShare(3, .5, .1, FixedShare.Share.ALL);
    assertThat(play(rule, weights)).isCloseTo(2.5946010961, PRINTED);
    assertWeights(weights.get(6), .2042558141, .4619736860, .3337704998);
  }

  @Test
  void adaHedge() {
    AdaHedge rule = new AdaHedge(3);
    double[] deltas = {.5, .5268870825, .6507005116, .8224579309, .8497247513, .8624275529};
    double loss = 0;
    for (int round = 0; round < LOSSES.length; round++) {
      loss += Softmax.dot(weights(rule), LOSSES[round], 3);
      rule.update(LOSSES[round]);
      assertThat(rule.delta()).isCloseTo(deltas[round], PRINTED);
    }
    assertThat(loss).isCloseTo(2.6728619472, PRINTED);
  }

  @Test
  void squint() {
    List<double[]> weights = new ArrayList<>();
    assertThat(play(new Squint(3), weights)).isCloseTo(2.6136433352, PRINTED);
    assertWeights(weights.get(5), .2734583947, .4144385310, .3121030743);
  }

  @Test
  void mlProd() {
    List<double[]> weights = new ArrayList<>();
    assertThat(play(new MlProd(3), weights)).isCloseTo(2.6056524924, PRINTED);
    assertWeights(weights.get(5), .2182391197, .4991980125, .2825628677);
  }

  @Test
  void exp3() {
    Exp3 rule = new Exp3(4, .1);
    rule.update(1, .8);
    rule.update(1, .6);
    rule.update(3, 1);
    double[] p = new double[4];
    rule.probabilities(p);
    assertWeights(p, .2364916157, .2675125613, .2364916157, .2595042073);
  }

  private static double logWealth(PortfolioRule rule, double... firstWeights) {
    double sum = 0;
    for (int round = 0; round < RELATIVES.length; round++) {
      sum += StrictMath.log(Softmax.dot(weights(rule), RELATIVES[round], 2));
      rule.update(RELATIVES[round]);
      if (firstWeights.length > 0) {
        assertThat(weights(rule)[0]).isCloseTo(firstWeights[round], PRINTED);
      }
    }
    return sum;
  }

  @Test
  void exponentiatedGradient() {
    assertThat(
            logWealth(
                new ExponentiatedGradient(2, .05),
                .5003731343,
                .4999962457,
                .5003657038,
                .4997375516))
        .isCloseTo(.0098213318, PRINTED);
  }

  @Test
  void onlineNewtonStep() {
    assertThat(
            logWealth(
                OnlineNewtonStep.standard(2), .4888109552, .5001035142, .4890345985, .5078196427))
        .isCloseTo(.0107423046, PRINTED);
  }

  @Test
  void universalPortfolios() {
    UniversalPortfolio uniform = new UniversalPortfolio(2, 3, 1);
    assertThat(logWealth(uniform)).isCloseTo(.0096528114, PRINTED);
    assertThat(uniform.logWealth()).isCloseTo(.0096528114, PRINTED);
    assertThat(logWealth(new UniversalPortfolio(2, 3, .5))).isCloseTo(.0095536734, PRINTED);
  }

  @Test
  void bestConstantMix() {
    assertThat(BestConstantMix.logWealth(RELATIVES, BestConstantMix.weights(RELATIVES)))
        .isCloseTo(.0197026223, PRINTED);
  }

  @Test
  void boundsOfFixedShare() {
    int[] switches = {0, 1, 2, 5, 10};
    double[] long1000 = {26.33, 73.07, 96.40, 141.05, 188.73};
    double[] year = {13.22, 34.22, 44.64, 64.33, 84.95};
    for (int i = 0; i < switches.length; i++) {
      assertThat(FixedShare.regretBound(4, 1000, switches[i])).isCloseTo(long1000[i], within(.005));
      assertThat(FixedShare.regretBound(4, 252, switches[i])).isCloseTo(year[i], within(.005));
    }
    assertThat(FixedShare.wealthBound(4, 252, 1)).isCloseTo(9.01, within(.005));
    assertThat(FixedShare.wealthBound(4, 252, 2)).isCloseTo(15.24, within(.005));
    assertThat(FixedShare.wealthBound(4, 252, 5)).isCloseTo(31.41, within(.005));
  }
}
