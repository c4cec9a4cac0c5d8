package io.tradinggym.agents.sac;

import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.agents.policy.CategoricalPolicy;
import io.tradinggym.agents.policy.Greedy;
import io.tradinggym.agents.policy.Older;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.policy.PolicySpec;
import io.tradinggym.agents.policy.head.ActionDistribution;
import io.tradinggym.agents.policy.head.CategoricalHead;
import io.tradinggym.agents.replay.OffPolicyUpdate;
import io.tradinggym.agents.replay.ReplaySample;
import io.tradinggym.api.Batch;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.space.Discrete;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;

/** What discrete SAC learns from a sample: critics, then actor, then temperature; the target critics follow. */
final class DiscreteSacUpdate implements OffPolicyUpdate {
  private static final float[] NONE = {};

  private final SacSettings settings;
  private final Discrete actions;
  private final Network actor;
  private final float[] actorParams;
  private final DiscreteCritics critics;
  private final DiscreteActor policy;
  private final Temperature temperature;
  private final Workspace acting;
  private final ActionDistribution law;
  private double learningRate;
  private boolean learned;

  DiscreteSacUpdate(SacSettings settings, VectorEnvironment envs, long seed, int threads) {
    this.settings = settings;
    int seen = envs.observationSpace().flatSize();
    actions = Greedy.requireDiscrete(envs.actionSpace());
    actor = settings.network().smallNetwork(seen, actions.n());
    actorParams = new float[actor.parameters()];
    RandomStream parameters = RandomStreams.of(seed).stream("parameters");
    actor.initialise(actorParams, 0, parameters::gaussian);
    critics = new DiscreteCritics(settings, actions, actor, actorParams, parameters, threads);
    policy = new DiscreteActor(settings, critics, actions, actor, actorParams, threads);
    temperature = new Temperature(settings);
    acting = new Workspace(actor, envs.lanes(), Kernels.fastest());
    law = new CategoricalHead(new int[] {actions.n()}, new int[] {actions.start()}).distribution();
  }

  @Override
  public void explore(
      float[] inputs,
      Batch batch,
      RandomStream[] randoms,
      boolean untrained,
      double progress,
      float[] out) {
    if (!untrained) {
      actor.forward(acting, actorParams, 0, batch.lanes, inputs, 0);
    }
    for (int lane = 0; lane < batch.lanes; lane++) {
      int maskAt = lane * batch.maskSize;
      if (untrained || Greedy.overWithoutChoice(actions, batch, lane)) {
        Greedy.sample(actions, randoms[lane], batch, lane, out);
      } else {
        law.at(acting.output(), lane * actions.n(), NONE, 0, batch.masks, maskAt);
        law.sample(randoms[lane], out, lane);
      }
    }
  }

  @Override
  public void learn(ReplaySample sample, double progress) {
    learningRate = settings.learningRate().at(progress);
    float alpha = temperature.value();
    critics.learn(sample, alpha, learningRate);
    policy.learn(sample, alpha, learningRate);
    temperature.learn(
        policy.meanEntropy(), settings.entropyShare() * policy.largestEntropy(), learningRate);
    critics.follow();
    learned = true;
  }

  @Override
  public void adopt(Policy older) {
    CategoricalPolicy same = Older.as(CategoricalPolicy.class, older);
    Older.requireShape(same.shape(), settings.network());
    System.arraycopy(same.parameters(), 0, actorParams, 0, actorParams.length);
  }

  @Override
  public Policy policy(PolicySpec spec) {
    return new CategoricalPolicy(spec, settings.network(), actorParams);
  }

  @Override
  public Map<String, Double> metrics() {
    if (!learned) {
      return Map.of();
    }
    return Map.of(
        "loss/value", critics.meanLoss(),
        "loss/policy", policy.meanLoss(),
        "value/mean", critics.meanValue(),
        "policy/entropy", policy.meanEntropy(),
        "policy/temperature", (double) temperature.value(),
        "update/learningRate", learningRate);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    critics.save(out);
    policy.save(out);
    temperature.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    critics.restore(in);
    policy.restore(in);
    temperature.restore(in);
  }

  @Override
  public void close() {
    critics.close();
    policy.close();
  }
}
