package io.tradinggym.agents.dl4j;

import io.tradinggym.agents.nn.Layer;
import io.tradinggym.agents.nn.Pass;
import io.tradinggym.agents.nn.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleSupplier;

/** Several dense layers and activations in a row, computed as one network of Deeplearning4j. */
record DenseChain(List<Layer> layers) implements Layer {
  @Override
  public int inputs() {
    return layers.getFirst().inputs();
  }

  @Override
  public int outputs() {
    return layers.getLast().outputs();
  }

  @Override
  public List<Tensor> tensors() {
    List<Tensor> all = new ArrayList<>();
    int start = 0;
    for (Layer layer : layers) {
      for (Tensor t : layer.tensors()) {
        all.add(new Tensor(t.name(), start + t.offset(), t.rows(), t.columns()));
      }
      start += layer.parameters();
    }
    return all;
  }

  @Override
  public int scratch(int rows) {
    return 0;
  }

  @Override
  public ChainMemory memory(int maxRows) {
    return new ChainMemory(layers, maxRows);
  }

  @Override
  public void initialise(float[] params, int at, DoubleSupplier gaussian) {
    int start = at;
    for (Layer layer : layers) {
      layer.initialise(params, start, gaussian);
      start += layer.parameters();
    }
  }

  @Override
  public void forward(Pass pass) {
    memory(pass).forward(pass);
  }

  @Override
  public void backward(Pass pass) {
    memory(pass).backward(pass);
  }

  private static ChainMemory memory(Pass pass) {
    return (ChainMemory) Objects.requireNonNull(pass.memory());
  }
}
