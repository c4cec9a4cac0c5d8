package io.tradinggym.agents.nn.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link PlainGates} in whole vectors, operation for operation; a method for each loop, as in {@link VectorMath}.
 */
final class VectorGates {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();

  private VectorGates() {}

  static void lstm(int n, float[] s, int gates, int c0, int c, int tanhC, float[] h, int hAt) {
    int whole = S.loopBound(n);
    for (int j = 0; j < whole; j += LANES) {
      FloatVector fresh =
          FloatVector.fromArray(S, s, gates + j)
              .mul(FloatVector.fromArray(S, s, gates + 3 * n + j));
      FloatVector.fromArray(S, s, gates + n + j)
          .fma(FloatVector.fromArray(S, s, c0 + j), fresh)
          .intoArray(s, c + j);
    }
    VectorMath.tanh(whole, s, c, s, tanhC);
    show(whole, s, gates + 2 * n, tanhC, h, hAt);
    PlainGates.lstm(whole, n, s, gates, c0, c, tanhC, h, hAt);
  }

  private static void show(int whole, float[] s, int o, int tanhC, float[] h, int hAt) {
    for (int j = 0; j < whole; j += LANES) {
      FloatVector.fromArray(S, s, o + j)
          .mul(FloatVector.fromArray(S, s, tanhC + j))
          .intoArray(h, hAt + j);
    }
  }

  static void lstmGradient(
      int n,
      float[] s,
      int gates,
      int c0,
      int tanhC,
      int dh,
      int dc,
      int dz,
      float[] dy,
      int dyAt) {
    int whole = S.loopBound(n);
    FloatVector one = FloatVector.broadcast(S, 1f);
    for (int j = 0; j < whole; j += LANES) {
      FloatVector i = FloatVector.fromArray(S, s, gates + j);
      FloatVector f = FloatVector.fromArray(S, s, gates + n + j);
      FloatVector o = FloatVector.fromArray(S, s, gates + 2 * n + j);
      FloatVector g = FloatVector.fromArray(S, s, gates + 3 * n + j);
      FloatVector t = FloatVector.fromArray(S, s, tanhC + j);
      FloatVector out =
          FloatVector.fromArray(S, dy, dyAt + j).add(FloatVector.fromArray(S, s, dh + j));
      FloatVector cell = out.mul(o).fma(t.neg().fma(t, one), FloatVector.fromArray(S, s, dc + j));
      cell.mul(g).mul(i.mul(one.sub(i))).intoArray(s, dz + j);
      cell.mul(FloatVector.fromArray(S, s, c0 + j)).mul(f.mul(one.sub(f))).intoArray(s, dz + n + j);
      out.mul(t).mul(o.mul(one.sub(o))).intoArray(s, dz + 2 * n + j);
      cell.mul(i).mul(g.neg().fma(g, one)).intoArray(s, dz + 3 * n + j);
      cell.mul(f).intoArray(s, dc + j);
    }
    PlainGates.lstmGradient(whole, n, s, gates, c0, tanhC, dh, dc, dz, dy, dyAt);
  }

  static void gru(int n, float[] s, int gates, int q, int h0, float[] h, int hAt) {
    int whole = S.loopBound(n);
    int candidate = gates + 2 * n;
    for (int j = 0; j < whole; j += LANES) {
      FloatVector fresh = FloatVector.fromArray(S, s, candidate + j);
      FloatVector.fromArray(S, s, gates + j)
          .fma(FloatVector.fromArray(S, s, q + j), fresh)
          .intoArray(s, candidate + j);
    }
    VectorMath.tanh(whole, s, candidate, s, candidate);
    mix(whole, s, gates + n, candidate, h0, h, hAt);
    PlainGates.gru(whole, n, s, gates, q, h0, h, hAt);
  }

  private static void mix(int whole, float[] s, int u, int t, int h0, float[] h, int hAt) {
    for (int j = 0; j < whole; j += LANES) {
      FloatVector fresh = FloatVector.fromArray(S, s, t + j);
      FloatVector.fromArray(S, s, u + j)
          .fma(FloatVector.fromArray(S, s, h0 + j).sub(fresh), fresh)
          .intoArray(h, hAt + j);
    }
  }

  static void gruGradient(
      int n, float[] s, int gates, int q, int h0, int dh, int dz, int dq, float[] dy, int dyAt) {
    int whole = S.loopBound(n);
    FloatVector one = FloatVector.broadcast(S, 1f);
    for (int j = 0; j < whole; j += LANES) {
      FloatVector r = FloatVector.fromArray(S, s, gates + j);
      FloatVector u = FloatVector.fromArray(S, s, gates + n + j);
      FloatVector t = FloatVector.fromArray(S, s, gates + 2 * n + j);
      FloatVector out =
          FloatVector.fromArray(S, dy, dyAt + j).add(FloatVector.fromArray(S, s, dh + j));
      FloatVector candidate = out.mul(one.sub(u)).mul(t.neg().fma(t, one));
      candidate.mul(FloatVector.fromArray(S, s, q + j)).mul(r.mul(one.sub(r))).intoArray(s, dz + j);
      out.mul(FloatVector.fromArray(S, s, h0 + j).sub(t))
          .mul(u.mul(one.sub(u)))
          .intoArray(s, dz + n + j);
      candidate.intoArray(s, dz + 2 * n + j);
      candidate.mul(r).intoArray(s, dq + j);
      out.mul(u).intoArray(s, dh + j);
    }
    PlainGates.gruGradient(whole, n, s, gates, q, h0, dh, dz, dq, dy, dyAt);
  }
}
