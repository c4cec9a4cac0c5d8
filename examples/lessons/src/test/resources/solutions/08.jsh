double target(double reward, boolean ended, double[] online, double[] target) {
    return reward + (ended ? 0 : 0.9 * target[online[0] >= online[1] ? 0 : 1]);
}
