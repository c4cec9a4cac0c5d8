package io.tradinggym.agents.td3;

import io.tradinggym.agents.critic.TwinCritics;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.agents.policy.DeterministicPolicy;
import io.tradinggym.agents.policy.Older;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.policy.PolicySpec;
import io.tradinggym.agents.policy.head.BoundedBox;
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

/** What TD3 learns from a sample, in the order of the paper's algorithm 1: critics; now and then actor and targets. */
final class Td3Update implements OffPolicyUpdate {
  private final Td3Settings settings;
  private final Space actions;
  private final BoundedBox box;
  private final Network actor;
  private final float[] actorParams;
  private final SmoothedActions smoothed;
  private final TwinCritics critics;
  private final Td3Actor policy;
  private final RandomStream random;
  private final float[] noise;
  private final Workspace acting;
  private double learningRate;
  private long updates;

  Td3Update(Td3Settings settings, VectorEnvironment envs, long seed, int threads) {
    this.settings = settings;
    int seen = envs.observationSpace().flatSize();
    actions = envs.actionSpace();
    box = BoundedBox.of(actions);
    actor = DeterministicPolicy.network(seen, box, settings.network());
    actorParams = new float[actor.parameters()];
    RandomStreams streams = RandomStreams.of(seed);
    RandomStream parameters = streams.stream("parameters");
    actor.initialise(actorParams, 0, parameters::gaussian);
    float[] target = actorParams.clone();
    int batch = settings.experience().batch();
    smoothed = new SmoothedActions(actor, target, settings.noiseClip(), batch, threads);
    critics =
        new TwinCritics(
            settings.network(),
            seen,
            box.size(),
            batch,
            settings.tau(),
            settings.adamEpsilon(),
            smoothed,
            parameters,
            threads);
    policy = new Td3Actor(settings, critics, actor, actorParams, target, threads);
    random = streams.stream("noise");
    noise = new float[batch * box.size()];
    acting = new Workspace(actor, envs.lanes(), Kernels.fastest());
  }

  @Override
  public void explore(
      float[] inputs,
      Batch batch,
      RandomStream[] randoms,
      boolean untrained,
      double progress,
      float[] out) {
    int size = box.size();
    double deviation = settings.explorationNoise();
    if (!untrained) {
      actor.forward(acting, actorParams, 0, batch.lanes, inputs, 0);
    }
    for (int i = 0; i < out.length; i++) {
      RandomStream lane = randoms[i / size];
      double action =
          untrained ? lane.uniform(-1, 1) : acting.output()[i] + deviation * lane.gaussian();
      out[i] = (float) Math.clamp(action, -1, 1);
    }
  }

  @Override
  public void translate(float[] kept, float[] out) {
    box.scale(kept, kept.length / box.size(), out);
  }

  @Override
  public void learn(ReplaySample sample, double progress) {
    learningRate = settings.learningRate().at(progress);
    double deviation = settings.targetNoise();
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (deviation * random.gaussian());
    }
    smoothed.prepare(noise);
    critics.learn(sample, learningRate);
    updates++;
    if (updates % settings.policyDelay() == 0) {
      policy.learn(sample, learningRate);
      critics.follow();
    }
  }

  @Override
  public void adopt(Policy older) {
    DeterministicPolicy same = Older.as(DeterministicPolicy.class, older);
    Older.requireShape(same.shape(), settings.network());
    System.arraycopy(same.parameters(), 0, actorParams, 0, actorParams.length);
    policy.begin();
  }

  @Override
  public Policy policy(PolicySpec spec) {
    return new DeterministicPolicy(spec, settings.network(), actorParams);
  }

  @Override
  public Map<String, Double> metrics() {
    if (updates == 0) {
      return Map.of();
    }
    return Map.of(
        "loss/value", critics.meanLoss(),
        "loss/policy", policy.meanLoss(),
        "value/mean", critics.meanValue(),
        "update/learningRate", learningRate);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(updates);
    critics.save(out);
    policy.save(out);
    random.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    updates = in.readLong();
    critics.restore(in);
    policy.restore(in);
    random.restore(in);
  }

  @Override
  public void close() {
    critics.close();
    policy.close();
  }
}
