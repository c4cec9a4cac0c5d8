package io.tradinggym.allocator.desk;

import io.tradinggym.market.data.AsOf;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Buys equal parts of what has a price, and holds them. */
final class EqualHold implements Specialist {
  private final int[] assets;
  private boolean bought;

  EqualHold(int[] assets) {
    this.assets = assets;
  }

  @Override
  public void begin() {
    bought = false;
  }

  @Override
  public void decide(AsOf view, double[] weights) {
    Arrays.fill(weights, bought ? HOLD : 0);
    if (!bought) {
      bought = true;
      for (int asset : assets) {
        boolean listed = view.close(asset, 0) > 0;
        bought &= listed;
        weights[asset] = listed ? 1.0 / assets.length : 0;
      }
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeBoolean(bought);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    bought = in.readBoolean();
  }
}
