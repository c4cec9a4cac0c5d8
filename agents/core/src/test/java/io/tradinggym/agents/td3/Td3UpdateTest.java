package io.tradinggym.agents.td3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.Plain;
import io.tradinggym.agents.Scripted;
import io.tradinggym.agents.UpdateState;
import io.tradinggym.agents.critic.TwinCritics;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.DeterministicPolicy;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.PolicySpec;
import io.tradinggym.agents.policy.head.BoundedBox;
import io.tradinggym.agents.replay.PlainSample;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
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
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The updates of actor and critics against their formulas, written down a second time. */
class Td3UpdateTest {
  private static final double CLOSE = 2e-5;
  private static final int ACTIONS = 2;
  private static final Box BOX = Box.of(-3, 3, ACTIONS);
  private static final BoundedBox BOUNDED = BoundedBox.of(BOX);

  private static Td3Settings.Builder settings() {
    return Td3.settings()
        .batch(PlainSample.ROWS)
        .tau(0.25)
        .targetNoise(0.6)
        .noiseClip(0.5)
        .explorationNoise(0.05)
        .adamEpsilon(Plain.RATE)
        .learningRate(Plain.RATE)
        .network(new Mlp(List.of(4), Activation.TANH));
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

  private final PlainSample plain = new PlainSample(0, 0, 9);
  private final Mlp shape = settings().build().values().network();
  private final Network actor = DeterministicPolicy.network(PlainSample.INPUTS, BOUNDED, shape);
  private final Network critic = shape.smallNetwork(PlainSample.INPUTS + ACTIONS, 1);

  private static double[] smoothed(double[] action, float[] noise, int row) {
    double[] moved = new double[ACTIONS];
    for (int i = 0; i < ACTIONS; i++) {
      double e = Math.clamp(noise[row * ACTIONS + i], -0.5, 0.5);
      moved[i] = Math.clamp(action[i] + e, -1, 1);
    }
    return moved;
  }

  @Test
  void theActorStepsDownItsLossAndItsTargetFollows() {
    RandomStream random = RandomStreams.of(3).stream("test");
    float[] params = new float[actor.parameters()];
    actor.initialise(params, 0, random::gaussian);
    float[] before = params.clone();
    float[] target = params.clone();
    Td3Settings settings = settings().build().values();
    try (TwinCritics critics =
            new TwinCritics(
                shape,
                PlainSample.INPUTS,
                ACTIONS,
                PlainSample.ROWS,
                0.1,
                1,
                (worker, sample, from, rows, inputs, bonuses) -> {},
                random,
                1);
        Td3Actor policy = new Td3Actor(settings, critics, actor, params, target, 1)) {
      double[] q = Plain.doubles(critics.params());
      ToDoubleFunction<double[]> loss =
          p ->
              PlainSample.mean(
                  row ->
                      -PlainSample.forward(
                          critics.network(),
                          q,
                          0,
                          plain.observation(row),
                          Plain.forward(actor, p, 0, plain.observation(row)))[0]);
      double[] gradient = Plain.gradient(before, loss);
      policy.learn(plain.sample, Plain.RATE);
      Plain.assertMoved(before, params, gradient, 1);
      assertThat(policy.meanLoss())
          .isCloseTo(loss.applyAsDouble(Plain.doubles(before)), within(CLOSE));
      for (int i = 0; i < params.length; i++) {
        assertThat((double) target[i])
            .isCloseTo(before[i] + 0.25 * (params[i] - before[i]), within(1e-6));
      }
    }
  }

  /** The networks as the seed makes them, and the noise it draws; the policy learns with every second sample. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void criticsLearnFromEverySampleAndThePolicyFromSome(int delay) {
    long seed = 21;
    RandomStream parameters = RandomStreams.of(seed).stream("parameters");
    float[] actorParams = new float[actor.parameters()];
    actor.initialise(actorParams, 0, parameters::gaussian);
    float[] criticParams = new float[2 * critic.parameters()];
    critic.initialise(criticParams, 0, parameters::gaussian);
    critic.initialise(criticParams, critic.parameters(), parameters::gaussian);
    double[] pi = Plain.doubles(actorParams);
    double[] q = Plain.doubles(criticParams);
    RandomStream random = RandomStreams.of(seed).stream("noise");
    float[] noise = new float[PlainSample.ROWS * ACTIONS];
    boolean clipped = false;
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (0.6 * random.gaussian());
      clipped |= Math.abs(noise[i]) > 0.5;
    }
    assertThat(clipped).isTrue();
    double loss =
        PlainSample.mean(
            row -> {
              double[] action = smoothed(Plain.forward(actor, pi, 0, plain.next(row)), noise, row);
              double next =
                  Math.min(
                      PlainSample.forward(critic, q, 0, plain.next(row), action)[0],
                      PlainSample.forward(critic, q, critic.parameters(), plain.next(row), action)[
                          0]);
              double y = plain.sample.rewards[row] + plain.sample.discounts[row] * next;
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
    try (VectorEnvironment envs = envs(1);
        Td3Update update =
            new Td3Update(settings().policyDelay(delay).build().values(), envs, seed, 1)) {
      assertThat(update.metrics()).isEmpty();
      float[] policy = policy(update, envs);
      assertThat(policy).isEqualTo(actorParams);
      for (int learned = 1; learned <= 6; learned++) {
        update.learn(plain.sample, 0);
        if (learned == 1) {
          assertThat(Objects.requireNonNull(update.metrics().get("loss/value")))
              .isCloseTo(loss, within(CLOSE));
        }
        float[] now = policy(update, envs);
        assertThat(Arrays.equals(now, policy))
            .as("after %d samples", learned)
            .isEqualTo(learned % delay != 0);
        policy = now;
      }
    }
  }

  private static float[] policy(Td3Update update, VectorEnvironment envs) {
    return ((DeterministicPolicy) update.policy(PolicySpec.of(envs.spec()))).parameters();
  }

  /** Standard deviation 0.05 around the policy's action; uniform before it has learned. */
  @Test
  void exploresByNoiseAroundThePolicy() {
    int lanes = 2_000;
    try (VectorEnvironment envs = envs(lanes);
        Td3Update update = new Td3Update(settings().build().values(), envs, 4, 1)) {
      RandomStream[] randoms = new RandomStream[lanes];
      for (int lane = 0; lane < lanes; lane++) {
        randoms[lane] = RandomStreams.of(lane).stream("lane");
      }
      Batch batch = envs.newBatch();
      float[] inputs = new float[lanes * PlainSample.INPUTS];
      float[] out = new float[lanes * ACTIONS];
      double[] params = Plain.doubles(policy(update, envs));
      RandomStream random = RandomStreams.of(12).stream("observations");
      double[] action = new double[lanes * ACTIONS];
      for (int lane = 0; lane < lanes; lane++) {
        double[] observation = new double[PlainSample.INPUTS];
        for (int i = 0; i < observation.length; i++) {
          inputs[lane * PlainSample.INPUTS + i] = (float) random.gaussian();
          observation[i] = inputs[lane * PlainSample.INPUTS + i];
        }
        double[] chosen = Plain.forward(actor, params, 0, observation);
        System.arraycopy(chosen, 0, action, lane * ACTIONS, ACTIONS);
      }
      update.explore(inputs, batch, randoms, false, 0, out);
      assertThat(moment(out, action, 1)).isCloseTo(0, within(0.005));
      assertThat(Math.sqrt(moment(out, action, 2))).isCloseTo(0.05, within(0.003));
      update.explore(inputs, batch, randoms, true, 0, out);
      assertThat(moment(out, new double[lanes * ACTIONS], 1)).isCloseTo(0, within(0.05));
      assertThat(moment(out, new double[lanes * ACTIONS], 2)).isCloseTo(1 / 3.0, within(0.02));
      float[] scaled = new float[out.length];
      update.translate(out, scaled);
      assertThat(scaled[5]).isCloseTo(3 * out[5], within(1e-6f));
    }
  }

  private static double moment(float[] out, double[] around, int power) {
    double sum = 0;
    for (int i = 0; i < out.length; i++) {
      sum += Math.pow(out[i] - around[i], power) / out.length;
    }
    return sum;
  }

  @Test
  void itsStateIsAllThatItGoesOnFrom() throws IOException {
    try (VectorEnvironment envs = envs(1)) {
      List<Td3Update> updates = new ArrayList<>();
      UpdateState.assertGoesOn(
          seed -> {
            updates.add(new Td3Update(settings().policyDelay(2).build().values(), envs, seed, 1));
            return updates.getLast();
          },
          update -> {
            update.learn(plain.sample, 0);
            return update.metrics();
          });
      updates.forEach(Td3Update::close);
    }
  }

  @Test
  void anOlderPolicyIsItsOwnTarget() throws IOException {
    try (VectorEnvironment envs = envs(1);
        Td3Update older = new Td3Update(settings().build().values(), envs, 5, 1);
        Td3Update update = new Td3Update(settings().build().values(), envs, 6, 1)) {
      UpdateState.assertBeginsWith(
          update, older.policy(PolicySpec.of(envs.spec())), plain.sample, policy(older, envs), 2);
    }
  }

  @Test
  void targetCriticsFollow() throws IOException {
    try (VectorEnvironment envs = envs(1);
        Td3Update update = new Td3Update(settings().policyDelay(1).build().values(), envs, 6, 1)) {
      UpdateState.assertTargetsFollow(
          update, Long.BYTES, critic, 0.25, () -> update.learn(plain.sample, 0));
    }
  }
}
