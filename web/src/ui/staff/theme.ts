import { theme as antdTheme, type ThemeConfig } from 'antd';

/** antd dressed once: compact, 14 px, 32 px controls, one accent, greys, no shadows, radius 4. */
export const theme: ThemeConfig = {
  algorithm: antdTheme.compactAlgorithm,
  token: {
    colorPrimary: '#0B4F9E',
    colorInfo: '#0B4F9E',
    colorLink: '#0B4F9E',
    colorSuccess: '#1A7F37',
    colorWarning: '#7A5200',
    colorError: '#B3141C',
    colorText: '#14181F',
    colorTextSecondary: '#4A525C',
    colorTextDescription: '#4A525C',
    colorTextPlaceholder: '#57606A',
    colorTextDisabled: '#57606A',
    colorBorder: '#B8C0CA',
    colorBorderSecondary: '#D9DEE5',
    colorFillAlter: '#F6F8FA',
    borderRadius: 4,
    borderRadiusLG: 4,
    borderRadiusSM: 4,
    controlHeight: 32,
    controlHeightSM: 26,
    controlHeightLG: 44,
    fontSize: 14,
    fontFamily:
      "'PingFang SC', 'Noto Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', 'Segoe UI', system-ui, sans-serif",
    boxShadow: 'none',
    boxShadowSecondary: '0 0 0 1px #B8C0CA',
    boxShadowTertiary: 'none',
    motion: false,
    wireframe: false,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', contentFontSizeSM: 13 },
    Input: { activeShadow: 'none' },
    Select: { optionSelectedBg: '#E8F1FB' },
    Modal: { boxShadow: '0 0 0 1px #B8C0CA' },
  },
};
