package io.tradinggym.agents.critic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.Plain;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.ParameterFile;
import io.tradinggym.agents.nn.ParameterLayout;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.replay.PlainSample;
import io.tradinggym.agents.replay.ReplaySample;
import io.tradinggym.api.Snapshots;
import io.tradinggym.api.random.RandomStreams;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The update against the formula of the loss, written down a second time. */
class TwinCriticsTest {
  private static final double CLOSE = 1e-5;
  private static final int ACTIONS = 2;

  /** The action (0.3 - 0.1 row, -0.2) and a bonus of row / 10 at each next observation. */
  private static void next(
      int worker, ReplaySample sample, int from, int rows, float[] inputs, float[] bonuses) {
    int width = PlainSample.INPUTS + ACTIONS;
    for (int i = 0; i < rows; i++) {
      inputs[i * width + PlainSample.INPUTS] = 0.3f - 0.1f * (from + i);
      inputs[i * width + PlainSample.INPUTS + 1] = -0.2f;
      bonuses[i] = 0.1f * (from + i);
    }
  }

  private static TwinCritics critics(double tau) {
    return new TwinCritics(
        new Mlp(List.of(4), Activation.TANH),
        PlainSample.INPUTS,
        ACTIONS,
        PlainSample.ROWS,
        tau,
        Plain.RATE,
        TwinCriticsTest::next,
        RandomStreams.of(5).stream("parameters"),
        1);
  }

  private static double value(TwinCritics c, double[] p, int which, double[] seen, double[] done) {
    return PlainSample.forward(c.network(), p, which * c.second(), seen, done)[0];
  }

  private static double target(TwinCritics c, PlainSample plain, int row, double[] target) {
    double[] action = {0.3f - 0.1f * row, -0.2f};
    double first = value(c, target, 0, plain.next(row), action);
    double second = value(c, target, 1, plain.next(row), action);
    return plain.sample.rewards[row]
        + plain.sample.discounts[row] * (Math.min(first, second) + 0.1f * row);
  }

  private static double error(
      TwinCritics c, PlainSample plain, int row, double[] p, int which, double[] target) {
    return value(c, p, which, plain.observation(row), plain.action(row))
        - target(c, plain, row, target);
  }

  @Test
  void stepsDownTheGradientOfItsLoss() {
    PlainSample plain = new PlainSample(0, 0, 6);
    ReplaySample sample = plain.sample;
    try (TwinCritics c = critics(0.1)) {
      float[] before = c.params().clone();
      double[] target = Plain.doubles(before);
      int smallerSecond = 0;
      for (int row = 0; row < PlainSample.ROWS; row++) {
        double[] action = {0.3f - 0.1f * row, -0.2f};
        smallerSecond +=
            value(c, target, 1, plain.next(row), action)
                    < value(c, target, 0, plain.next(row), action)
                ? 1
                : 0;
      }
      assertThat(smallerSecond)
          .as("rows in which the second is believed")
          .isBetween(1, PlainSample.ROWS - 1);
      double[] gradient =
          Plain.gradient(
              before,
              p ->
                  PlainSample.mean(
                      row ->
                          0.5
                              * sample.weights[row]
                              * (Math.pow(error(c, plain, row, p, 0, target), 2)
                                  + Math.pow(error(c, plain, row, p, 1, target), 2))));
      c.learn(sample, Plain.RATE);
      Plain.assertMoved(before, c.params(), gradient, 1);
      double[] p = Plain.doubles(before);
      for (int row = 0; row < PlainSample.ROWS; row++) {
        assertThat((double) sample.errors[row])
            .isCloseTo(
                0.5
                    * (Math.abs(error(c, plain, row, p, 0, target))
                        + Math.abs(error(c, plain, row, p, 1, target))),
                within(CLOSE));
      }
      assertThat(c.meanLoss())
          .isCloseTo(
              PlainSample.mean(
                  row ->
                      0.5
                          * sample.weights[row]
                          * (Math.pow(error(c, plain, row, p, 0, target), 2)
                              + Math.pow(error(c, plain, row, p, 1, target), 2))),
              within(CLOSE));
      assertThat(c.meanValue())
          .isCloseTo(
              PlainSample.mean(row -> value(c, p, 0, plain.observation(row), plain.action(row))),
              within(CLOSE));
    }
  }

  @Test
  void theTargetsFollowByTheirPart() throws IOException {
    PlainSample plain = new PlainSample(0, 0, 6);
    try (TwinCritics c = critics(0.3)) {
      float[] before = target(c);
      assertThat(before).isEqualTo(c.params());
      c.learn(plain.sample, Plain.RATE);
      assertThat(target(c)).as("learning alone moves no target").isEqualTo(before);
      c.follow();
      float[] after = target(c);
      for (int i = 0; i < after.length; i++) {
        assertThat((double) after[i])
            .isCloseTo(before[i] + 0.3 * (c.params()[i] - before[i]), within(1e-6));
      }
    }
  }

  private static float[] target(TwinCritics c) throws IOException {
    Network network = c.network();
    ParameterLayout layout =
        ParameterLayout.builder().add("q1", network).add("q2", network).build();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(Snapshots.take(c)));
    float[] params = new float[layout.size()];
    ParameterFile.read(in, layout, params);
    ParameterFile.read(in, layout, params);
    return params;
  }
}
