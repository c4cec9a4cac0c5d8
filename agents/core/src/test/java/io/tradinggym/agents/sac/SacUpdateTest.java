package io.tradinggym.agents.sac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.Plain;
import io.tradinggym.agents.Scripted;
import io.tradinggym.agents.UpdateState;
import io.tradinggym.agents.critic.TwinCritics;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.PolicySpec;
import io.tradinggym.agents.policy.SquashedPolicy;
import io.tradinggym.agents.policy.head.SquashedGaussian;
import io.tradinggym.agents.replay.PlainSample;
import io.tradinggym.agents.replay.ReplaySample;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.space.Box;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The updates of actor, critics and temperature against their formulas, written down a second time. */
class SacUpdateTest {
  private static final double CLOSE = 2e-5;
  private static final int ACTIONS = 2;
  private static final Box BOX = Box.of(-3, 3, ACTIONS);
  private static final SquashedGaussian LAW = new SquashedGaussian(BOX);
  private static final double ALPHA = 0.7;

  private static SacSettings.Builder settings() {
    return Sac.settings()
        .batch(PlainSample.ROWS)
        .temperature(ALPHA)
        .tau(0.25)
        .targetEntropy(-0.4)
        .adamEpsilon(Plain.RATE)
        .learningRate(Plain.RATE)
        .network(new Mlp(List.of(4), Activation.TANH));
  }

  /** An action in (-1, 1) and the logarithm of its density, by change of variables. */
  private record Drawn(double[] action, double logDensity) {}

  private static Drawn draw(double[] outputs, double[] noise) {
    double[] action = new double[ACTIONS];
    double log = 0;
    for (int i = 0; i < ACTIONS; i++) {
      double logSd = Math.clamp(outputs[ACTIONS + i], -20, 2);
      double x = outputs[i] + Math.exp(logSd) * noise[i];
      action[i] = Math.tanh(x);
      log +=
          -0.5 * noise[i] * noise[i]
              - logSd
              - 0.5 * Math.log(2 * Math.PI)
              - Math.log(1 - action[i] * action[i]);
    }
    return new Drawn(action, log);
  }

  private static double[] noise(float[] noise, int row) {
    return Plain.doubles(Arrays.copyOfRange(noise, row * ACTIONS, (row + 1) * ACTIONS));
  }

  private static float[] gaussians(RandomStream random) {
    float[] noise = new float[PlainSample.ROWS * ACTIONS];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) random.gaussian();
    }
    return noise;
  }

  private static double smaller(
      Network critic, double[] critics, double[] observation, double[] action) {
    return Math.min(
        PlainSample.forward(critic, critics, 0, observation, action)[0],
        PlainSample.forward(critic, critics, critic.parameters(), observation, action)[0]);
  }

  @Test
  void theActorStepsDownItsLoss() {
    SacSettings settings = settings().build().values();
    Network actor = SquashedPolicy.network(PlainSample.INPUTS, LAW, settings.network(), null);
    RandomStream random = RandomStreams.of(3).stream("test");
    float[] params = new float[actor.parameters()];
    actor.initialise(params, 0, random::gaussian);
    float[] before = params.clone();
    float[] noise = gaussians(random);
    PlainSample plain = new PlainSample(0, 0, 9);
    try (TwinCritics critics =
            new TwinCritics(
                settings.network(),
                PlainSample.INPUTS,
                ACTIONS,
                PlainSample.ROWS,
                0.1,
                1,
                (worker, sample, from, rows, inputs, bonuses) -> {},
                random,
                1);
        SacActor policy = new SacActor(settings, critics, LAW, actor, params, 1)) {
      double[] q = Plain.doubles(critics.params());
      java.util.function.ToDoubleFunction<double[]> loss =
          p ->
              PlainSample.mean(
                  row -> {
                    Drawn drawn =
                        draw(Plain.forward(actor, p, 0, plain.observation(row)), noise(noise, row));
                    return ALPHA * drawn.logDensity()
                        - smaller(critics.network(), q, plain.observation(row), drawn.action());
                  });
      double[] gradient = Plain.gradient(before, loss);
      policy.learn(plain.sample, noise, (float) ALPHA, Plain.RATE);
      Plain.assertMoved(before, params, gradient, 1);
      assertThat(policy.meanLoss())
          .isCloseTo(loss.applyAsDouble(Plain.doubles(before)), within(CLOSE));
      assertThat(policy.meanLogDensity())
          .isCloseTo(
              PlainSample.mean(
                  row ->
                      draw(
                              Plain.forward(
                                  actor, Plain.doubles(before), 0, plain.observation(row)),
                              noise(noise, row))
                          .logDensity()),
              within(CLOSE));
      assertThat(Plain.doubles(critics.params())).as("the critics stand still").isEqualTo(q);
    }
  }

  private static VectorEnvironment envs() {
    return envs(1);
  }

  private static VectorEnvironment envs(int lanes) {
    return Gym.vector(
        () ->
            new Scripted(
                Scripted.described(Box.of(-1000, 1000, PlainSample.INPUTS), BOX).build(),
                (law, action, frame) -> EndReason.NONE),
        lanes,
        1,
        AutoReset.NEXT_STEP);
  }

  private static double figure(Map<String, Double> figures, String name) {
    return Objects.requireNonNull(figures.get(name), name);
  }

  /** The networks as the seed makes them: actor, then both critics; noise of next actions, then of actions. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSampleIsLearnedFromInTheOrderOfThePaper(boolean learnTemperature) {
    long seed = 21;
    SacSettings settings = settings().learnTemperature(learnTemperature).build().values();
    PlainSample plain = new PlainSample(0, 0, 9);
    Network actor = SquashedPolicy.network(PlainSample.INPUTS, LAW, settings.network(), null);
    Network critic = settings.network().smallNetwork(PlainSample.INPUTS + ACTIONS, 1);
    RandomStream parameters = RandomStreams.of(seed).stream("parameters");
    float[] actorParams = new float[actor.parameters()];
    actor.initialise(actorParams, 0, parameters::gaussian);
    float[] criticParams = new float[2 * critic.parameters()];
    critic.initialise(criticParams, 0, parameters::gaussian);
    critic.initialise(criticParams, critic.parameters(), parameters::gaussian);
    double[] pi = Plain.doubles(actorParams);
    double[] q = Plain.doubles(criticParams);
    RandomStream random = RandomStreams.of(seed).stream("noise");
    float[] nextNoise = gaussians(random);
    float[] noise = gaussians(random);
    double criticLoss =
        PlainSample.mean(
            row -> {
              Drawn next =
                  draw(Plain.forward(actor, pi, 0, plain.next(row)), noise(nextNoise, row));
              double y =
                  plain.sample.rewards[row]
                      + plain.sample.discounts[row]
                          * (smaller(critic, q, plain.next(row), next.action())
                              - ALPHA * next.logDensity());
              double sum = 0;
              for (int which = 0; which < 2; which++) {
                double own =
                    PlainSample.forward(
                        critic,
                        q,
                        which * critic.parameters(),
                        plain.observation(row),
                        plain.action(row))[0];
                sum += 0.5 * plain.sample.weights[row] * (own - y) * (own - y);
              }
              return sum;
            });
    double entropy =
        PlainSample.mean(
            row ->
                -draw(Plain.forward(actor, pi, 0, plain.observation(row)), noise(noise, row))
                    .logDensity());
    try (VectorEnvironment envs = envs();
        SacUpdate update = new SacUpdate(settings, envs, seed, 1)) {
      assertThat(update.metrics()).isEmpty();
      update.learn(plain.sample, 0);
      Map<String, Double> figures = update.metrics();
      assertThat(figure(figures, "loss/value")).isCloseTo(criticLoss, within(CLOSE));
      assertThat(figure(figures, "policy/entropy")).isCloseTo(entropy, within(CLOSE));
      // log alpha descends by (entropy - target), the target counted per value of an action.
      double moved = learnTemperature ? entropy - ACTIONS * -0.4 : 0;
      assertThat(figure(figures, "policy/temperature"))
          .isCloseTo(ALPHA * Math.exp(-moved), within(1e-4));
      // The actor's loss is taken under the critics after their step.
      assertThat(figure(figures, "loss/policy"))
          .isNotCloseTo(
              PlainSample.mean(
                  row -> {
                    Drawn drawn =
                        draw(
                            Plain.forward(actor, pi, 0, plain.observation(row)), noise(noise, row));
                    return ALPHA * drawn.logDensity()
                        - smaller(critic, q, plain.observation(row), drawn.action());
                  }),
              within(1e-4));
    }
  }

  @Test
  void theLearningRateFollowsItsSchedule() {
    try (VectorEnvironment envs = envs();
        SacUpdate update =
            new SacUpdate(
                settings().learningRate(Schedule.linear(0.01)).build().values(), envs, 1, 1)) {
      update.learn(new PlainSample(0, 0, 9).sample, 0.75);
      assertThat(figure(update.metrics(), "update/learningRate")).isCloseTo(0.0025, within(1e-12));
    }
  }

  @Test
  void theTemperatureRisesWhileThePolicyIsLessRandomThanItsTarget() {
    Temperature temperature = new Temperature(settings().build().values());
    temperature.learn(0.5, 0.9, Plain.RATE);
    assertThat((double) temperature.value()).isCloseTo(ALPHA * Math.exp(0.4), within(1e-5));
  }

  @Test
  void itsStateIsAllThatItGoesOnFrom() throws IOException {
    ReplaySample sample = new PlainSample(0, 0, 9).sample;
    try (VectorEnvironment envs = envs()) {
      List<SacUpdate> updates = new ArrayList<>();
      UpdateState.assertGoesOn(
          seed -> {
            updates.add(new SacUpdate(settings().build().values(), envs, seed, 1));
            return updates.getLast();
          },
          update -> {
            update.learn(sample, 0);
            return update.metrics();
          });
      updates.forEach(SacUpdate::close);
    }
  }

  @Test
  void beginsWithAnOlderPolicy() throws IOException {
    SacSettings settings = settings().build().values();
    try (VectorEnvironment envs = envs();
        SacUpdate older = new SacUpdate(settings, envs, 5, 1);
        SacUpdate update = new SacUpdate(settings, envs, 6, 1)) {
      SquashedPolicy policy = (SquashedPolicy) older.policy(PolicySpec.of(envs.spec()));
      UpdateState.assertBeginsWith(
          update, policy, new PlainSample(0, 0, 9).sample, policy.parameters(), 1);
    }
  }

  @Test
  void targetCriticsFollow() throws IOException {
    SacSettings settings = settings().build().values();
    Network critic = settings.network().smallNetwork(PlainSample.INPUTS + ACTIONS, 1);
    try (VectorEnvironment envs = envs();
        SacUpdate update = new SacUpdate(settings, envs, 6, 1)) {
      UpdateState.assertTargetsFollow(
          update, 0, critic, 0.25, () -> update.learn(new PlainSample(0, 0, 9).sample, 0));
    }
  }

  /** Actions of the law at each lane's observation, with noise of its own stream; any at first. */
  @Test
  void exploresAsItsLawSays() {
    int lanes = 5;
    SacSettings settings = settings().build().values();
    try (VectorEnvironment envs = envs(lanes);
        SacUpdate update = new SacUpdate(settings, envs, 6, 1)) {
      SquashedPolicy policy = (SquashedPolicy) update.policy(PolicySpec.of(envs.spec()));
      double[] params = Plain.doubles(policy.parameters());
      Network actor = SquashedPolicy.network(PlainSample.INPUTS, LAW, settings.network(), null);
      float[] inputs = new float[lanes * PlainSample.INPUTS];
      RandomStream random = RandomStreams.of(12).stream("observations");
      for (int i = 0; i < inputs.length; i++) {
        inputs[i] = (float) random.gaussian();
      }
      float[] untrained = new float[lanes * ACTIONS];
      float[] trained = new float[lanes * ACTIONS];
      update.explore(inputs, envs.newBatch(), lanes(lanes), true, 0, untrained);
      update.explore(inputs, envs.newBatch(), lanes(lanes), false, 0, trained);
      for (int lane = 0; lane < lanes; lane++) {
        RandomStream uniform = RandomStreams.of(lane).stream("lane");
        RandomStream gaussian = RandomStreams.of(lane).stream("lane");
        double[] noise = {(float) gaussian.gaussian(), (float) gaussian.gaussian()};
        int at = lane * PlainSample.INPUTS;
        double[] seen = Plain.doubles(Arrays.copyOfRange(inputs, at, at + PlainSample.INPUTS));
        double[] expected = draw(Plain.forward(actor, params, 0, seen), noise).action();
        for (int i = 0; i < ACTIONS; i++) {
          assertThat(untrained[lane * ACTIONS + i]).isEqualTo((float) uniform.uniform(-1, 1));
          assertThat((double) trained[lane * ACTIONS + i]).isCloseTo(expected[i], within(CLOSE));
        }
      }
    }
  }

  private static RandomStream[] lanes(int lanes) {
    RandomStream[] randoms = new RandomStream[lanes];
    Arrays.setAll(randoms, lane -> RandomStreams.of(lane).stream("lane"));
    return randoms;
  }
}
