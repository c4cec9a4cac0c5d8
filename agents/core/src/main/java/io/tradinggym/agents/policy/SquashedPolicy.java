package io.tradinggym.agents.policy;

import io.tradinggym.agents.nn.Dense;
import io.tradinggym.agents.nn.Initializer;
import io.tradinggym.agents.nn.Layer;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.ParameterFile;
import io.tradinggym.agents.nn.ParameterLayout;
import io.tradinggym.agents.nn.StateDependentNoise;
import io.tradinggym.agents.policy.head.BoundedBox;
import io.tradinggym.agents.policy.head.Gsde;
import io.tradinggym.agents.policy.head.SquashedGaussian;
import io.tradinggym.api.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The policy of SAC: a {@link SquashedGaussian}, without the critics. */
public final class SquashedPolicy extends NetworkPolicy {
  static final String KIND = "squashed-gaussian";

  private final Mlp shape;
  private final @Nullable Gsde gsde;
  private final SquashedGaussian law;
  private final BoundedBox box;
  private final Network network;
  private final float[] params;

  /**
   * Copies the parameters.
   *
   * @param spec spaces and what observations are seen through
   * @param shape hidden layers of the network
   * @param gsde how it explores; null for independent noise
   * @param params of the network, from 0, as many as it has
   */
  public SquashedPolicy(PolicySpec spec, Mlp shape, @Nullable Gsde gsde, float[] params) {
    super(spec);
    this.shape = shape;
    this.gsde = gsde;
    this.law = new SquashedGaussian(spec.actions());
    this.box = BoundedBox.of(spec.actions());
    this.network = network(spec.observations().inputs(), law, shape, gsde);
    this.params = params.clone();
    requireLength(params, network.parameters());
  }

  /**
   * {@return the network from what is seen of an observation to the law's outputs}
   *
   * @param inputs values that the network reads, &gt;= 1
   * @param law says what outputs mean, and how many there are
   * @param shape hidden layers
   * @param gsde how it explores; null for independent noise
   */
  public static Network network(int inputs, SquashedGaussian law, Mlp shape, @Nullable Gsde gsde) {
    if (gsde == null) {
      return shape.smallNetwork(inputs, law.outputs());
    }
    List<Layer> layers = shape.layers(inputs, Initializer.SMALL);
    Dense mean = new Dense(shape.features(inputs), law.size(), Initializer.SMALL);
    layers.add(new StateDependentNoise(mean, gsde.logStd()));
    return shape.engine().network(layers);
  }

  /** {@return how it explored; null for independent noise} */
  public @Nullable Gsde gsde() {
    return gsde;
  }

  /** {@return the hidden layers of the network} */
  public Mlp shape() {
    return shape;
  }

  /** {@return a copy of the parameters} */
  public float[] parameters() {
    return params.clone();
  }

  @Override
  public Actor actor(int maxRows) {
    return new Rows(maxRows);
  }

  @Override
  Score score() {
    return Score.ofOutputs(network, params, spec().observations(), law.size());
  }

  @Override
  String kind() {
    return KIND;
  }

  @Override
  void saveBody(DataOutput out) throws IOException {
    shape.save(out);
    Gsde.save(gsde, out);
    ParameterFile.write(out, ParameterLayout.of("actor", network), params);
  }

  static Policy load(PolicySpec spec, DataInput in) throws IOException {
    Mlp shape = Mlp.load(in);
    Gsde gsde = Gsde.load(in);
    SquashedGaussian law = new SquashedGaussian(spec.actions());
    Network network = network(spec.observations().inputs(), law, shape, gsde);
    float[] params = new float[network.parameters()];
    ParameterFile.read(in, ParameterLayout.of("actor", network), params);
    return new SquashedPolicy(spec, shape, gsde, params);
  }

  private final class Rows extends NetworkActor {
    private final float[] noise = new float[law.size()];

    Rows(int maxRows) {
      super(spec(), network, params, maxRows);
    }

    @Override
    void best(int row, float[] actions) {
      law.mode(work.output(), row * law.outputs(), actions, row * law.size());
      box.scaleRow(actions, row, actions);
    }

    @Override
    void draw(int row, RandomStream random, float[] actions) {
      for (int i = 0; i < noise.length; i++) {
        noise[i] = (float) random.gaussian();
      }
      law.draw(work.output(), row * law.outputs(), noise, 0, actions, row * law.size());
      box.scaleRow(actions, row, actions);
    }

    @Override
    public void probabilities(float[] out) {}
  }
}
