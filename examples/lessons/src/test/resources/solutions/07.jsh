double surrogate(double ratio, double advantage, double epsilon) {
    return Math.min(ratio * advantage, Math.clamp(ratio, 1 - epsilon, 1 + epsilon) * advantage);
}
