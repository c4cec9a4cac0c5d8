package io.tradinggym.signals.sequence;

import io.tradinggym.agents.nn.Activate;
import io.tradinggym.agents.nn.Dense;
import io.tradinggym.agents.nn.Dropout;
import io.tradinggym.agents.nn.Initializer;
import io.tradinggym.agents.nn.Lstm;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.api.random.RandomStream;
import java.util.Arrays;
import java.util.List;

/**
 * The network of one thread: LSTM, dropout, LSTM over all steps of a batch of windows, and dropout, dense, ReLU,
 * dense on the last step alone. Parameters of both parts stand in one array.
 */
final class LstmNetwork {
  private final int window;
  private final int inputs;
  private final int width;
  private final Network body;
  private final Network head;
  private final Workspace bodyWork;
  private final Workspace headWork;
  private final float[] state;
  private final boolean[] starts;
  private final float[] slope;

  LstmNetwork(LstmSettings settings, int inputs, int batch) {
    window = settings.window();
    this.inputs = inputs;
    width = settings.second();
    body =
        new Network(
            List.of(
                new Lstm(inputs, settings.first()),
                new Dropout(settings.first(), settings.dropout()),
                new Lstm(settings.first(), settings.second())));
    head =
        new Network(
            List.of(
                new Dropout(settings.second(), settings.dropout()),
                new Dense(
                    settings.second(), settings.dense(), Initializer.orthogonal(Math.sqrt(2))),
                new Activate(settings.dense(), Activation.RELU),
                new Dense(settings.dense(), 1, Initializer.orthogonal(1))));
    Kernels kernels = Kernels.fastest();
    bodyWork = new Workspace(body, Math.multiplyExact(window, batch), kernels);
    headWork = new Workspace(head, batch, kernels);
    state = new float[batch * body.stateSize()];
    starts = new boolean[window * batch];
    slope = new float[window * batch * width];
  }

  int parameters() {
    return body.parameters() + head.parameters();
  }

  void initialise(float[] params, RandomStream random) {
    body.initialise(params, 0, random::gaussian);
    head.initialise(params, body.parameters(), random::gaussian);
  }

  /** Draws what is left out in the passes to come. */
  void draw(RandomStream random) {
    Dropout.mask(bodyWork, 1).draw(random);
    Dropout.mask(headWork, 0).draw(random);
  }

  void clear() {
    Dropout.mask(bodyWork, 1).clear();
    Dropout.mask(headWork, 0).clear();
  }

  /** Logits of so many windows, which lie step by step in {@code x}; they stand in the result until the next pass. */
  float[] forward(float[] params, float[] x, int count) {
    Arrays.fill(starts, 0, window * count, false);
    Arrays.fill(starts, 0, count, true);
    bodyWork.sequences().set(count, starts, 0, state, 0, body.stateSize(), false);
    body.forward(bodyWork, params, 0, window * count, x, 0);
    head.forward(
        headWork,
        params,
        body.parameters(),
        count,
        bodyWork.output(),
        (window - 1) * count * width);
    return headWork.output();
  }

  /** Adds the gradient for slopes of the logits of the last forward pass. */
  void backward(float[] params, float[] logitSlopes, int count, float[] gradient) {
    head.backwardToInputs(headWork, params, body.parameters(), logitSlopes, 0, gradient);
    Arrays.fill(slope, 0, (window - 1) * count * width, 0f);
    System.arraycopy(
        headWork.inputGradient(), 0, slope, (window - 1) * count * width, count * width);
    body.backward(bodyWork, params, 0, slope, 0, gradient);
  }

  int inputs() {
    return inputs;
  }
}
