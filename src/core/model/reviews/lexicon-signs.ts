// What emoji and emoticons say of a purchase, in every language. Written for Debut.

/** Signs by weight: positive where buyers are content. */
export const SIGNS: Readonly<Record<string, string>> = {
  '3': '😍 🥰 🤩 💯 🏆',
  '2': '😀 😃 😄 😁 😊 🙂 😻 😘 😋 🤗 👍 👌 👏 🙌 💪 ❤ 💕 💖 💗 💙 💚 💛 💜 🧡 🖤 🤍 💞 💝 ⭐ 🌟 ✨ 🎉 🔥 😎 🥳 ✅ 🌹 :) :-) ;) :d <3',
  '-2': '😞 😟 😠 😢 😣 😤 😥 😦 😧 😨 😩 😫 😭 😒 😓 😔 😕 🙁 ☹ 😖 👎 💔 🙄 😑 😐 😬 ❌ 🚫 :( :-( :/',
  '-3': '😡 🤬 🤮 🤢 💩 🖕 👿 🗑',
};
