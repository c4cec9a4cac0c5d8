double[] shapley(double[] v) {
    double[] out = new double[3];
    int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    for (int[] order : orders) {
        int coalition = 0;
        for (int player : order) {
            out[player] += (v[coalition | 1 << player] - v[coalition]) / 6;
            coalition |= 1 << player;
        }
    }
    return out;
}
