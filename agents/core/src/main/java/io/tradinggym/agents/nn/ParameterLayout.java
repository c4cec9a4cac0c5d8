package io.tradinggym.agents.nn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each named tensor lies in one parameter array that several networks and loose vectors share, such as
 *
 * <pre>
 * actor.0.weight | actor.0.bias | ... | critic.0.weight | ... | logStd
 * </pre>
 *
 * <p>One array means one optimiser, one gradient norm, one file.
 */
public final class ParameterLayout {
  private final Map<String, Integer> starts;
  private final List<Tensor> tensors;
  private final int size;

  private ParameterLayout(Builder builder) {
    this.starts = Map.copyOf(builder.starts);
    this.tensors = List.copyOf(builder.tensors);
    this.size = builder.size;
  }

  /**
   * {@return the layout of one network alone, under a name}
   *
   * @param name of the network, which its tensors' names begin with, such as {@code actor}
   * @param network whose tensors are laid out
   */
  public static ParameterLayout of(String name, Network network) {
    return builder().add(name, network).build();
  }

  /**
   * Starts an empty layout.
   *
   * @return an empty layout
   */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the length of the parameter array} */
  public int size() {
    return size;
  }

  /** {@return all tensors in order} */
  public List<Tensor> tensors() {
    return tensors;
  }

  /**
   * {@return the index in the parameter array at which the network or vector that was added under this name
   * begins}
   *
   * @param name as it was given to {@link Builder#add}
   * @throws IllegalArgumentException if nothing was added under this name
   */
  public int start(String name) {
    Integer start = starts.get(name);
    if (start == null) {
      throw new IllegalArgumentException(
          "nothing is named " + name + "; there are " + starts.keySet());
    }
    return start;
  }

  /**
   * {@return the name and position of one value, such as "actor.0.weight[3, 17]"}
   *
   * @param index in the parameter array, from 0
   * @throws IndexOutOfBoundsException if the index is not below {@link #size()}
   */
  public String nameOf(int index) {
    for (Tensor t : tensors) {
      if (index >= t.offset() && index < t.offset() + t.size()) {
        return t.element(index);
      }
    }
    throw new IndexOutOfBoundsException("index " + index + " of " + size + " parameters");
  }

  /**
   * Returns if all values are finite, else names the first that is not.
   *
   * @param values {@link #size()} of them, parameters or their gradient
   * @param what what the values are, such as "gradient at update 120"
   * @throws ArithmeticException naming the tensor, the position and the value
   */
  public void requireFinite(float[] values, String what) {
    for (int i = 0; i < size; i++) {
      if (!Float.isFinite(values[i])) {
        throw new ArithmeticException(what + ": " + nameOf(i) + " is " + values[i]);
      }
    }
  }

  /** Collects the parts of a layout, in order. */
  public static final class Builder {
    private final Map<String, Integer> starts = new LinkedHashMap<>();
    private final List<Tensor> tensors = new ArrayList<>();
    private int size;

    private Builder() {}

    /**
     * Adds a network's parameters.
     *
     * @param name of the network, which its tensors' names begin with; not given before
     * @param network whose tensors come next
     * @return this builder
     */
    public Builder add(String name, Network network) {
      begin(name);
      for (Tensor t : network.tensors()) {
        tensors.add(t.within(name, size));
      }
      size = Math.addExact(size, network.parameters());
      return this;
    }

    /**
     * Adds a loose vector of parameters, such as a log standard deviation for each action.
     *
     * @param name of the vector; not given before
     * @param length number of values, &gt;= 1
     * @return this builder
     */
    public Builder add(String name, int length) {
      begin(name);
      tensors.add(new Tensor(name, size, 1, length));
      size = Math.addExact(size, length);
      return this;
    }

    private void begin(String name) {
      if (starts.putIfAbsent(name, size) != null) {
        throw new IllegalArgumentException("the name " + name + " is taken");
      }
    }

    /** {@return the finished layout} */
    public ParameterLayout build() {
      return new ParameterLayout(this);
    }
  }
}
