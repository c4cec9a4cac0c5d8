package io.tradinggym.agents.sac;

import io.tradinggym.agents.critic.TwinCritics;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.agents.policy.Older;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.policy.PolicySpec;
import io.tradinggym.agents.policy.SquashedPolicy;
import io.tradinggym.agents.policy.head.BoundedBox;
import io.tradinggym.agents.policy.head.Gsde;
import io.tradinggym.agents.policy.head.SquashedGaussian;
import io.tradinggym.agents.replay.OffPolicyUpdate;
import io.tradinggym.agents.replay.ReplaySample;
import io.tradinggym.api.Batch;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.space.Space;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What SAC learns from a sample, with fresh noise, in the order of the paper's algorithm 1: critics, then actor, then
 * temperature; the target critics follow.
 */
final class SacUpdate implements OffPolicyUpdate {
  private final SacSettings settings;
  private final Space actions;
  private final BoundedBox box;
  private final SquashedGaussian law;
  private final Network actor;
  private final float[] actorParams;
  private final FreshActions freshActions;
  private final TwinCritics critics;
  private final SacActor policy;
  private final Temperature temperature;
  private final RandomStream random;
  private final float[] nextNoise;
  private final float[] noise;
  private final Workspace acting;
  private final float[] actingNoise;
  private final @Nullable SmoothNoise smoothNoise;
  private double learningRate;
  private int rows;

  SacUpdate(SacSettings settings, VectorEnvironment envs, long seed, int threads) {
    this.settings = settings;
    int seen = envs.observationSpace().flatSize();
    actions = envs.actionSpace();
    box = BoundedBox.of(actions);
    law = new SquashedGaussian(actions);
    actor = SquashedPolicy.network(seen, law, settings.network(), settings.gsde());
    actorParams = new float[actor.parameters()];
    RandomStreams streams = RandomStreams.of(seed);
    RandomStream parameters = streams.stream("parameters");
    actor.initialise(actorParams, 0, parameters::gaussian);
    int batch = settings.experience().batch();
    freshActions = new FreshActions(law, actor, actorParams, batch, threads);
    critics =
        new TwinCritics(
            settings.network(),
            seen,
            law.size(),
            batch,
            settings.tau(),
            settings.adamEpsilon(),
            freshActions,
            parameters,
            threads);
    policy = new SacActor(settings, critics, law, actor, actorParams, threads);
    temperature = new Temperature(settings);
    random = streams.stream("noise");
    nextNoise = new float[batch * law.size()];
    noise = new float[batch * law.size()];
    acting = new Workspace(actor, envs.lanes(), Kernels.fastest());
    actingNoise = new float[law.size()];
    Gsde gsde = settings.gsde();
    smoothNoise = gsde == null ? null : new SmoothNoise(gsde, actor, envs.lanes());
  }

  @Override
  public void explore(
      float[] inputs,
      Batch batch,
      RandomStream[] randoms,
      boolean untrained,
      double progress,
      float[] out) {
    int size = law.size();
    if (untrained) {
      for (int i = 0; i < out.length; i++) {
        out[i] = (float) randoms[i / size].uniform(-1, 1);
      }
      return;
    }
    actor.forward(acting, actorParams, 0, batch.lanes, inputs, 0);
    if (smoothNoise != null) {
      smoothNoise.step(randoms);
    }
    for (int lane = 0; lane < batch.lanes; lane++) {
      if (smoothNoise != null) {
        smoothNoise.write(lane, acting, actorParams, actingNoise);
      } else {
        draw(randoms[lane], actingNoise);
      }
      law.draw(acting.output(), lane * law.outputs(), actingNoise, 0, out, lane * size);
    }
  }

  private static void draw(RandomStream random, float[] noise) {
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) random.gaussian();
    }
  }

  @Override
  public void translate(float[] kept, float[] out) {
    box.scale(kept, kept.length / box.size(), out);
  }

  @Override
  public void learn(ReplaySample sample, double progress) {
    learningRate = settings.learningRate().at(progress);
    rows = sample.rows;
    draw(random, nextNoise);
    draw(random, noise);
    float alpha = temperature.value();
    freshActions.prepare(nextNoise, alpha);
    critics.learn(sample, learningRate);
    policy.learn(sample, noise, alpha, learningRate);
    temperature.learn(
        -policy.meanLogDensity(), settings.targetEntropy() * law.size(), learningRate);
    critics.follow();
  }

  @Override
  public void adopt(Policy older) {
    SquashedPolicy same = Older.as(SquashedPolicy.class, older);
    Older.requireShape(same.shape(), settings.network());
    Older.requireShape(String.valueOf(same.gsde()), String.valueOf(settings.gsde()));
    System.arraycopy(same.parameters(), 0, actorParams, 0, actorParams.length);
  }

  @Override
  public Policy policy(PolicySpec spec) {
    return new SquashedPolicy(spec, settings.network(), settings.gsde(), actorParams);
  }

  @Override
  public Map<String, Double> metrics() {
    if (rows == 0) {
      return Map.of();
    }
    return Map.of(
        "loss/value", critics.meanLoss(),
        "loss/policy", policy.meanLoss(),
        "value/mean", critics.meanValue(),
        "policy/entropy", -policy.meanLogDensity(),
        "policy/temperature", (double) temperature.value(),
        "update/learningRate", learningRate);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    critics.save(out);
    policy.save(out);
    temperature.save(out);
    random.save(out);
    if (smoothNoise != null) {
      smoothNoise.save(out);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    critics.restore(in);
    policy.restore(in);
    temperature.restore(in);
    random.restore(in);
    if (smoothNoise != null) {
      smoothNoise.restore(in);
    }
  }

  @Override
  public void close() {
    critics.close();
    policy.close();
  }
}
